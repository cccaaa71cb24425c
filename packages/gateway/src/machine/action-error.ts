import type { ErrorCode } from "@holdpoint/core";
import { ERRORS } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import type { ActionError } from "../contract/action.ts";

const MESSAGE_CHARS_MAX = 2000;

/** An action's error; whether it is retryable is the registry's word. */
export function actionError(code: ErrorCode, failureClass: FailureClass, message: string): ActionError {
  return { code, failureClass, message: clipped(message), retryable: ERRORS[code].retryable };
}

/** The same of a code that came from an adapter and may be none. */
export function foreignError(code: string, failureClass: FailureClass, message: string): ActionError {
  return actionError(Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : "HP-ACTION-EXECUTION", failureClass, message);
}

function clipped(message: string): string {
  const whole = message.toWellFormed();
  return whole.length <= MESSAGE_CHARS_MAX ? whole : `${whole.slice(0, MESSAGE_CHARS_MAX).toWellFormed()}…`;
}
