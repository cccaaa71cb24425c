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

/**
 * What a person or program is shown of an error; anything unforeseen, also a code of another version of this package,
 * becomes `HP-INTERNAL`, without a stack.
 *
 * @example
 * problemOf(new HoldpointError("HP-READ-EMPTY", "0 bytes", { file: "lcov.info" })).status; // 422
 */
export function problemOf(error: unknown): Problem {
  const known = isHoldpointError(error) && Object.hasOwn(ERRORS, error.code) ? error : null;
  const code = known?.code ?? "HP-INTERNAL";
  const { title, status, retryable, hint } = ERRORS[code];
  return {
    type: `urn:holdpoint:error:${code}`,
    title,
    status,
    detail: known?.message ?? detailOf(error),
    code,
    retryable,
    hint,
    ...known?.place,
  };
}

function detailOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return "something that has no text was thrown";
  }
}
