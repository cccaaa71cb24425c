import type { Json } from "@holdpoint/core";
import type { FailureClass, RetryDecision } from "@holdpoint/kit";
import type { Action, Attempt } from "../contract/action.ts";
import type { AdapterFailure } from "../contract/adapter.ts";
import { actionError, foreignError } from "./action-error.ts";
import { move } from "./move.ts";

const INTERRUPTED = "the gateway ended between the intent and the outcome";
/** Restarts that an idempotent action is taken along by. */
export const INTERRUPTIONS_MAX = 10;

/** The intent, durable before the effect: an attempt begins, and the grant is used up. */
export function started(action: Action, nowMs: number): Action {
  const attempt: Attempt = {
    number: action.attempts.length + 1,
    startedAtMs: nowMs,
    endedAtMs: null,
    failureClass: null,
    message: null,
  };
  // One grant covers all attempts of its action, so the first one consumes it.
  const grant = action.grant === null ? null : { ...action.grant, consumedAtMs: action.grant.consumedAtMs ?? nowMs };
  return move(action, "RUNNING", nowMs, { attempts: [...action.attempts, attempt], grant, notBeforeMs: null });
}

export function succeeded(action: Action, result: Json, nowMs: number): Action {
  return move(action, "SUCCEEDED", nowMs, { attempts: ended(action, nowMs, null, null), result, error: null });
}

/** A failed attempt, and what was decided to follow it. */
export function failed(action: Action, failure: AdapterFailure, then: RetryDecision, nowMs: number): Action {
  const { code, failureClass, message } = failure;
  const attempts = ended(action, nowMs, failureClass, message);
  const error = foreignError(code, failureClass, message);
  if (then.kind === "retry")
    return move(action, "READY", nowMs, { attempts, error, notBeforeMs: nowMs + then.delayMs });
  if (then.kind === "dead") return move(action, "DEAD", nowMs, { attempts, error });
  return unknown(action, attempts, failureClass, message, nowMs);
}

/** What a crash left RUNNING: the same key again where that has one effect, else nobody knows. */
export function interrupted(action: Action, isIdempotent: boolean, nowMs: number): Action {
  const message = INTERRUPTED;
  const attempts = ended(action, nowMs, "unknown", message);
  if (!isIdempotent) return unknown(action, attempts, "unknown", message, nowMs);
  const error = actionError("HP-ACTION-UNKNOWN", "unknown", message);
  // It may be this very action that ends the gateway, again and again.
  const isPoison = attempts.filter((attempt) => attempt.message === INTERRUPTED).length >= INTERRUPTIONS_MAX;
  if (isPoison) return move(action, "DEAD", nowMs, { attempts, error });
  return move(action, "READY", nowMs, { attempts, error, notBeforeMs: null });
}

/** READY → DEAD: never started, or never started again. */
export function gaveUp(
  action: Action,
  why: { readonly code: "HP-ACTION-CIRCUIT-OPEN" | "HP-ACTION-DEADLINE"; readonly message: string },
  nowMs: number,
): Action {
  const failureClass: FailureClass = why.code === "HP-ACTION-DEADLINE" ? "timeout" : "circuit_open";
  return move(action, "DEAD", nowMs, { error: actionError(why.code, failureClass, why.message) });
}

function unknown(
  action: Action,
  attempts: readonly Attempt[],
  failureClass: FailureClass,
  message: string,
  nowMs: number,
): Action {
  const error = actionError("HP-ACTION-UNKNOWN", failureClass, message);
  return move(action, "UNKNOWN", nowMs, { attempts, error });
}

function ended(
  action: Action,
  nowMs: number,
  failureClass: FailureClass | null,
  message: string | null,
): readonly Attempt[] {
  return action.attempts.map((attempt, index) =>
    index === action.attempts.length - 1 ? { ...attempt, endedAtMs: nowMs, failureClass, message } : attempt,
  );
}
