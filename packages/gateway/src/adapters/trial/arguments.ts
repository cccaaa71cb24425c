import type { Json } from "@holdpoint/core";
import { ActionFailure } from "../function/action-failure.ts";

/**
 * A whole number out of arguments, or `fallback` where there is none.
 *
 * @throws ActionFailure `validation_failed` for anything else
 */
export function wholeNumber(name: string, value: Json | undefined, max: number, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= max) return value;
  throw invalid(`${name} must be a whole number from 0 to ${max}`);
}

export function invalid(message: string): ActionFailure {
  return new ActionFailure({ failureClass: "validation_failed", sent: false, message });
}
