import type { ErrorCode } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import type { AdapterFailure } from "../contract/adapter.ts";

/** Long enough for the last 4 KiB of a command's complaints. */
export const FAILURE_MESSAGE_CHARS_MAX = 5000;

/** Nothing asks for a longer wait than a day. */
export const RETRY_AFTER_MS_MAX = 86_400_000;

/** The registered code of a failure that has no closer one. */
export const CODE_OF_CLASS: Readonly<Record<FailureClass, ErrorCode>> = {
  connection_bootstrap: "HP-ACTION-CONNECTION",
  timeout: "HP-ACTION-TIMEOUT",
  circuit_open: "HP-ACTION-CIRCUIT-OPEN",
  policy_denied: "HP-ACTION-DENIED",
  validation_failed: "HP-ACTION-INVALID",
  execution_error: "HP-ACTION-EXECUTION",
  backpressure: "HP-ACTION-BACKPRESSURE",
  unknown: "HP-ACTION-UNKNOWN",
};

export interface FailureTerms {
  readonly failureClass: FailureClass;
  /** False only when the effect surely did not happen. */
  readonly sent: boolean;
  readonly message: string;
  readonly code?: ErrorCode;
  readonly retryAfterMs?: number | null;
}

/**
 * A failed attempt as it is recorded: its message printable, well-formed and bounded.
 *
 * @example
 * failure({ failureClass: "timeout", sent: true, message: "no answer in 100 ms" }).code; // "HP-ACTION-TIMEOUT"
 */
export function failure(terms: FailureTerms): AdapterFailure {
  const { failureClass, sent, message, code = CODE_OF_CLASS[failureClass], retryAfterMs = null } = terms;
  const wait =
    retryAfterMs !== null && retryAfterMs >= 0 ? Math.min(RETRY_AFTER_MS_MAX, Math.ceil(retryAfterMs)) : null;
  return { ok: false, failureClass, sent, code, message: printable(message), retryAfterMs: wait };
}

/** The text without control characters other than line feed and tab, and not longer than a message may be. */
export function printable(text: string): string {
  const cut = text.length > FAILURE_MESSAGE_CHARS_MAX ? `${text.slice(0, FAILURE_MESSAGE_CHARS_MAX - 1)}…` : text;
  return cut.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, "\u{fffd}");
}

/** What an unknown thrown thing says of itself; never throws. */
export function textOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  } catch {
    return "something that has no text was thrown";
  }
}
