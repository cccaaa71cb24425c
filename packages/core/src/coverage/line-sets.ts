import type { CoverageFile } from "../evidence/coverage.ts";
import type { Lines } from "../lines/ranges.ts";
import { readLineRanges } from "../lines/ranges.ts";

/** Which lines of a file are covered and which are not. */
export interface LineSets {
  readonly covered: Lines;
  readonly uncovered: Lines;
}

/** The lines of a file; null where it only says how many there are, or does not measure lines. */
export function lineSets({ lines, coveredLines, uncoveredLines }: CoverageFile): LineSets | null {
  if (lines === null) return null;
  const covered = readLineRanges(coveredLines);
  const uncovered = readLineRanges(uncoveredLines);
  const isWhole = covered.length === lines.covered && uncovered.length === lines.total - lines.covered;
  return isWhole ? { covered, uncovered } : null;
}
