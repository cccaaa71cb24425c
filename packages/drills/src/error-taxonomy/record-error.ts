import type { ErrorProvocation, ErrorSurface, Json, JsonObject, ProvokedProblem } from "@holdpoint/core";
import { objectOf } from "../http-probe.ts";
import type { Secrets } from "./leaks.ts";
import { leaksIn } from "./leaks.ts";

/** What is done, and the code that is meant for it. */
export interface Outline {
  readonly id: string;
  readonly done: string;
  readonly expected: string;
}

/** An HTTP answer, whoever sent the request. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type Operation = ErrorProvocation["operation"];

/** An error as an HTTP answer; null where none came. */
export function httpError(
  outline: Outline,
  answer: HttpAnswer | null,
  operation: Operation,
  secrets: Secrets,
): ErrorProvocation {
  if (answer === null) return unanswered(outline, "http");
  const problem = problemOf(parsed(answer.text));
  return {
    ...unanswered(outline, "http"),
    answered: true,
    code: problem?.code ?? null,
    retryable: problem?.retryable ?? null,
    status: answer.status,
    contentType: answer.headers["content-type"] ?? null,
    retryAfter: answer.headers["retry-after"] ?? null,
    problem,
    operation,
    leaks: leaksIn({ ...answer.headers, body: answer.text }, secrets),
  };
}

/** An error as `{code, retryable}` somewhere in a message or an action; null where none came. */
export function codedError(
  outline: Outline,
  surface: Extract<ErrorSurface, "stream" | "action">,
  error: JsonObject | null,
  secrets: Secrets,
): ErrorProvocation {
  if (error === null) return unanswered(outline, surface);
  return {
    ...unanswered(outline, surface),
    answered: true,
    code: text(error["code"]),
    retryable: flag(error["retryable"]),
    leaks: leaksIn({ body: JSON.stringify(error) }, secrets),
  };
}

/** An error that a program ended with, as the problem document of `--json`. */
export function startError(outline: Outline, stdout: string | null, secrets: Secrets): ErrorProvocation {
  if (stdout === null) return unanswered(outline, "start");
  const problem = problemOf(parsed(stdout));
  return {
    ...unanswered(outline, "start"),
    answered: true,
    code: problem?.code ?? null,
    retryable: problem?.retryable ?? null,
    problem,
    // Who starts a program gave it its paths.
    leaks: leaksIn({ body: stdout }, { ...secrets, paths: [] }),
  };
}

function unanswered({ id, done, expected }: Outline, surface: ErrorSurface): ErrorProvocation {
  return {
    id,
    surface,
    done,
    expected,
    answered: false,
    code: null,
    retryable: null,
    status: null,
    contentType: null,
    retryAfter: null,
    problem: null,
    operation: null,
    leaks: [],
  };
}

function problemOf(document: Json | undefined): ProvokedProblem | null {
  const members = objectOf(document);
  const code = text(members["code"]);
  if (code === null || !code.startsWith("HP-")) return null;
  const { status } = members;
  return {
    type: text(members["type"]),
    title: text(members["title"]),
    status: Number.isSafeInteger(status) ? (status as number) : null,
    detail: text(members["detail"]),
    code,
    retryable: flag(members["retryable"]),
    hint: text(members["hint"]),
  };
}

function parsed(textOfAnswer: string): Json | undefined {
  try {
    return JSON.parse(textOfAnswer) as Json;
  } catch {
    return undefined;
  }
}

function text(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function flag(value: Json | undefined): boolean | null {
  return typeof value === "boolean" ? value : null;
}
