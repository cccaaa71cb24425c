import { HoldpointError, isHoldpointError } from "@holdpoint/core";

/** The error with the name by which a person called the file. */
export function asShown(thrown: unknown, shown: string): unknown {
  if (!isHoldpointError(thrown)) return thrown;
  return new HoldpointError(thrown.code, thrown.message, { ...thrown.place, file: shown }, thrown);
}
