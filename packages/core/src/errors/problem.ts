import type { HoldpointError } from "./holdpoint-error.ts";
import { isHoldpointError } from "./holdpoint-error.ts";
import type { ErrorCode } from "./registry.ts";
import { ERRORS } from "./registry.ts";

/** RFC 9457 problem document with the registered code. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly hint: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a person or program is shown of an error; anything unforeseen becomes `HP-INTERNAL`, without a stack. */
export function problemOf(error: unknown): Problem {
  const known: Pick<HoldpointError, "code" | "message" | "place"> = isHoldpointError(error)
    ? error
    : { code: "HP-INTERNAL", message: error instanceof Error ? error.message : String(error), place: {} };
  const entry = ERRORS[known.code];
  return {
    type: `urn:holdpoint:error:${known.code}`,
    title: entry.title,
    status: entry.status,
    detail: known.message,
    code: known.code,
    retryable: entry.retryable,
    hint: entry.hint,
    ...known.place,
  };
}
