import type { CheckPlan } from "@holdpoint/core";
import type { Keep } from "../keep.ts";
import type { AnswerView } from "./answer-view.ts";
import { parseJsonPath, valueAt } from "./json-path.ts";
import { compilePattern, patternSubject } from "./pattern.ts";
import type { PlaceOf } from "./place.ts";

export interface AnswerCheck {
  /** As a person would say it; the same text counts as the same check. */
  readonly text: string;
  readonly keep: Keep;
  holds(view: AnswerView): boolean;
  /** How an answer that fails it is counted. */
  kind(view: AnswerView): string;
}

/** Any status that is neither an error of the client nor of the server. */
const USUAL_STATUS: CheckPlan = { kind: "status", in: [[200, 399]] };

/** What must not be there may stand where a pattern does not look. */
const NEGATIVE = /\(\?<?!/;

/**
 * Compiles the checks of one request; without one of the status the usual one is added unless other checks stand in
 * for it, so that no error page counts as a success because nobody said what a success is.
 *
 * @throws HoldpointError `HP-LOAD-PATTERN` or `HP-LOAD-JSON-PATH`
 */
export function compileChecks(plans: readonly CheckPlan[], pointer: string, placeOf: PlaceOf): readonly AnswerCheck[] {
  const isStatusPlanned = plans.some(({ kind }) => kind === "status");
  const all = isStatusPlanned ? plans : [USUAL_STATUS, ...plans];
  const shift = isStatusPlanned ? 0 : 1;
  return all.map((plan, index) => compileCheck(plan, `${pointer}[${index - shift}]`, placeOf));
}

function compileCheck(plan: CheckPlan, pointer: string, placeOf: PlaceOf): AnswerCheck {
  if (plan.kind === "status") return statusCheck(plan.in);
  if (plan.kind === "size") return sizeCheck(plan.minBytes, plan.maxBytes);
  if (plan.kind === "json") {
    const path = parseJsonPath({ text: plan.path, pointer: `${pointer}.path`, placeOf });
    const text = `${plan.path} is ${JSON.stringify(plan.equals)}`;
    return named(text, "body", (view) => valueAt(view.json, path) === plan.equals);
  }
  const pattern = compilePattern({ text: plan.matches, pointer: `${pointer}.matches`, placeOf });
  if (plan.kind === "body") {
    const mayMiss = NEGATIVE.test(plan.matches);
    return named(`body fits /${plan.matches}/`, mayMiss ? "all" : "body", (view) => {
      const subject = patternSubject(view.text);
      if (mayMiss && (subject.length < view.text.length || isEncoded(view))) return false;
      return pattern.test(subject);
    });
  }
  const header = plan.header.toLowerCase();
  return named(`${header} fits /${plan.matches}/`, "headers", (view) => {
    const value = view.header(header);
    return value !== null && pattern.test(patternSubject(value));
  });
}

function isEncoded(view: AnswerView): boolean {
  const coding = view.header("content-encoding")?.trim().toLowerCase() ?? "";
  return coding !== "" && coding !== "identity";
}

function named(text: string, keep: Keep, holds: (view: AnswerView) => boolean): AnswerCheck {
  return { text, keep, holds, kind: () => `check: ${text}` };
}

function statusCheck(ranges: readonly (readonly [from: number, to: number])[]): AnswerCheck {
  const said = ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
  return {
    text: `status ${said}`,
    keep: "nothing",
    holds: ({ answer }) => ranges.some(([from, to]) => answer.status >= from && answer.status <= to),
    kind: ({ answer }) => `status ${answer.status}`,
  };
}

function sizeCheck(minBytes: number, maxBytes: number): AnswerCheck {
  const holds = ({ answer }: AnswerView): boolean => answer.bodyBytes >= minBytes && answer.bodyBytes <= maxBytes;
  return named(`body of ${minBytes} to ${maxBytes} bytes`, "nothing", holds);
}
