import type { FailureClass } from "@holdpoint/kit";
import { isFailureClass } from "@holdpoint/kit";
import type { AdapterFailure } from "../../contract/adapter.ts";
import { failure } from "../../executor/failure.ts";

/** What an author of functions may throw to say how a call failed; a plain object of this shape does as well. */
export interface ActionFailureTerms {
  readonly failureClass: FailureClass;
  /** False only when the effect surely did not happen; true is assumed of whoever does not say. */
  readonly sent?: boolean;
  readonly message: string;
  /** For `backpressure`: what to wait at least. */
  readonly retryAfterMs?: number;
}

/**
 * A failure with its class, thrown by an in-process function. Anything else that is thrown is `unknown` and counts as
 * sent, so that it is repeated only where the operation is idempotent.
 *
 * @example
 * throw new ActionFailure({ failureClass: "validation_failed", sent: false, message: "no such account" });
 */
export class ActionFailure extends Error implements ActionFailureTerms {
  readonly failureClass: FailureClass;
  readonly sent: boolean;
  readonly retryAfterMs?: number;

  constructor({ failureClass, sent, message, retryAfterMs }: ActionFailureTerms) {
    super(message);
    this.name = "ActionFailure";
    this.failureClass = failureClass;
    this.sent = sent ?? true;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}

/** The failure that a thrown thing says it is; null when it says none. */
export function failureThrown(thrown: unknown): AdapterFailure | null {
  if (typeof thrown !== "object" || thrown === null || !("failureClass" in thrown)) return null;
  const { failureClass, sent, message, retryAfterMs } = thrown as Partial<Record<keyof ActionFailureTerms, unknown>>;
  if (!isFailureClass(failureClass)) return null;
  return failure({
    failureClass,
    sent: sent !== false,
    message: typeof message === "string" ? message : `the function failed with ${failureClass}`,
    retryAfterMs: typeof retryAfterMs === "number" ? retryAfterMs : null,
  });
}
