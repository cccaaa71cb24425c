import type { Problem } from "@holdpoint/core";
import { ERRORS, problemOf } from "@holdpoint/core";
import type { Answer } from "./verb.ts";

/** An error as an answer: its problem document (RFC 9457), its text for a person, its registered exit code. */
export function failure(error: unknown): Answer {
  const problem = problemOf(error);
  return { exit: ERRORS[problem.code].exit, json: () => problem, text: () => problemText(problem), failed: true };
}

/**
 * @example
 * problemText(problemOf(new HoldpointError("HP-READ-EMPTY", "0 bytes", { file: "a.xml" })));
 * // "holdpoint: a.xml: 0 bytes [HP-READ-EMPTY]\n  The tool that writes it …"
 */
export function problemText(problem: Problem): string {
  const { file, line, column } = problem;
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return `holdpoint: ${place === "" ? "" : `${place}: `}${problem.detail} [${problem.code}]\n  ${problem.hint}`;
}
