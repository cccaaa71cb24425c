import type { ErrorCode } from "./registry.ts";

/** Position in a file; lines, columns and byte offsets as far as they are known. */
export interface ErrorPlace {
  readonly file?: string;
  /** Counts from 1. */
  readonly line?: number;
  /** Counts from 1, in UTF-16 code units for text, in bytes for byte scanners. */
  readonly column?: number;
}

/**
 * The only error that Holdpoint throws on purpose.
 *
 * @example
 * throw new HoldpointError("HP-READ-EMPTY", "the report has 0 bytes", { file: "lcov.info" });
 */
export class HoldpointError extends Error {
  readonly isHoldpointError: true = true;
  readonly code: ErrorCode;
  readonly place: ErrorPlace;

  constructor(code: ErrorCode, detail: string, place: ErrorPlace = {}, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = "HoldpointError";
    this.code = code;
    this.place = place;
  }
}

/** Survives two installed copies of this package, which `instanceof` does not. */
export function isHoldpointError(value: unknown): value is HoldpointError {
  return value instanceof Error && "isHoldpointError" in value;
}
