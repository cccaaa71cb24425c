import type { FileCounts } from "@holdpoint/collectors";
import type { CoverageFormat } from "@holdpoint/core";
import type { ReadInput } from "./read-input.ts";

/** Counts of one file: hits by line, and points given as `line * 2`, plus 1 when taken, of one key each. */
export function countsOf(lines: readonly number[] | null, points: Partial<FileCounts> = {}): FileCounts {
  return {
    lines: lines === null ? null : Uint32Array.from(lines, (hits, index) => (index + 1) * 2 + (hits > 0 ? 1 : 0)),
    branches: null,
    functions: null,
    statements: null,
    regions: null,
    hits: null,
    ...points,
  };
}

/** A report that was read, with hits by line from 1 for each path. */
export function inputOf(
  name: string,
  format: CoverageFormat,
  files: Readonly<Record<string, readonly number[] | FileCounts>>,
  read: Partial<ReadInput["read"]> = {},
): ReadInput {
  const counts = Object.entries(files).map(([path, told]) => [path, "lines" in told ? told : countsOf(told)] as const);
  return {
    name,
    format,
    read: {
      files: new Map(counts),
      contexts: new Map(),
      mismatches: [],
      remarks: [],
      instrumenter: "unknown",
      ...read,
    },
  };
}
