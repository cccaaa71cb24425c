import type { ChangedFile, ChangedHunk, ChangesBody } from "../evidence/changes.ts";
import type { CoverageBody, CoverageFile } from "../evidence/coverage.ts";
import { readLineRanges } from "../lines/ranges.ts";

/** A file that says which lines are covered and which are not. */
export function fileOf(path: string, coveredLines: string, uncoveredLines = ""): CoverageFile {
  const covered = readLineRanges(coveredLines).length;
  return {
    path,
    resolved: true,
    lines: { covered, total: covered + readLineRanges(uncoveredLines).length },
    branches: null,
    functions: null,
    statements: null,
    regions: null,
    coveredLines,
    uncoveredLines,
  };
}

export function reportOf(files: readonly CoverageFile[], changes: Partial<CoverageBody> = {}): CoverageBody {
  return {
    report: "unit",
    format: "lcov",
    instrumenter: "node",
    shard: null,
    carried: null,
    files,
    contexts: [],
    unmatched: [],
    unmeasured: [],
    deadGlobs: [],
    mismatches: [],
    remarks: [],
    ...changes,
  };
}

/** `@@ -baseStart,baseLines +start,lines @@` */
export function hunk(baseStart: number, baseLines: number, start: number, lines: number): ChangedHunk {
  return { baseStart, baseLines, start, lines };
}

export function modified(path: string, ...hunks: readonly ChangedHunk[]): ChangedFile {
  return { path, basePath: path, status: "modified", binary: false, hunks };
}

export function changesOf(...files: readonly ChangedFile[]): ChangesBody {
  return { base: { commit: "5".repeat(40), from: "last-promoted" }, files };
}
