import type { CoverageBody, CoverageFile } from "@holdpoint/core";

/** A file of ten lines, nine of them covered, with branches and functions. */
export function coveredFile(path: string, changes: Partial<CoverageFile> = {}): CoverageFile {
  return {
    path,
    resolved: true,
    lines: { covered: 9, total: 10 },
    branches: { covered: 8, total: 10 },
    functions: { covered: 9, total: 10 },
    statements: null,
    uncoveredLines: "7",
    ...changes,
  };
}

/** The LCOV report `unit` of three files, 90 % of the lines covered. */
export function coverage(changes: Partial<CoverageBody> = {}): CoverageBody {
  return {
    report: "unit",
    format: "lcov",
    instrumenter: "node",
    files: [coveredFile("src/cart.ts"), coveredFile("src/money.ts"), coveredFile("src/store/disk.ts")],
    unmatched: [],
    unmeasured: [],
    deadGlobs: [],
    mismatches: [],
    ...changes,
  };
}
