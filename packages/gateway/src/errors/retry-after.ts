import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

const RETRY_AFTER_MS_MAX = 3_600_000;

/** A refusal that says when to come back; HTTP answers it with `Retry-After`. */
export class RetryAfterError extends HoldpointError {
  readonly retryAfterMs: number;

  constructor(code: ErrorCode, detail: string, retryAfterMs: number, cause?: unknown) {
    super(code, detail, {}, cause);
    this.retryAfterMs = Math.min(RETRY_AFTER_MS_MAX, Math.max(0, Math.ceil(retryAfterMs)));
  }
}

/** When to come back, or null where the error does not say. */
export function retryAfterMsOf(error: unknown): number | null {
  return error instanceof RetryAfterError ? error.retryAfterMs : null;
}
