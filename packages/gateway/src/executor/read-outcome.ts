import type { ErrorCode, Json } from "@holdpoint/core";
import { ERRORS } from "@holdpoint/core";
import { isFailureClass } from "@holdpoint/kit";
import type { AdapterFailure, AdapterOutcome } from "../contract/adapter.ts";
import { failure, textOf } from "./failure.ts";

/**
 * What an adapter answered, taken at its word only where it has the agreed shape: anything else is an unknown outcome.
 * `sent` is false only where the adapter says exactly that.
 */
export function readOutcome(answer: unknown): AdapterOutcome {
  if (typeof answer !== "object" || answer === null) return unreadable("no outcome");
  const { ok } = answer as { readonly ok?: unknown };
  if (ok === true && "result" in answer) return { ok: true, result: answer.result as Json };
  if (ok !== false) return unreadable("an outcome that is neither success nor failure");
  const { failureClass, sent, code, message, retryAfterMs } = answer as Partial<AdapterFailure>;
  if (!isFailureClass(failureClass)) return unreadable("a failure of no known class");
  return failure({
    failureClass,
    sent: sent !== false,
    message: typeof message === "string" ? message : "the adapter gave no message",
    ...(isActionCode(code) ? { code } : {}),
    retryAfterMs: typeof retryAfterMs === "number" ? retryAfterMs : null,
  });
}

/** The outcome of an adapter that threw: nobody knows how far it had come. */
export function thrownOutcome(thrown: unknown): AdapterFailure {
  return failure({ failureClass: "unknown", sent: true, message: `the adapter threw: ${textOf(thrown)}` });
}

function unreadable(what: string): AdapterFailure {
  return failure({ failureClass: "unknown", sent: true, message: `the adapter answered ${what}` });
}

function isActionCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && code.startsWith("HP-ACTION-") && Object.hasOwn(ERRORS, code);
}
