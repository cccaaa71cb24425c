import type { ChangedHunk, ChangesBody } from "../evidence/changes.ts";
import type { Count, CoverageBody, CoverageFile } from "../evidence/coverage.ts";
import type { Lines } from "../lines/ranges.ts";
import { changedLines, linesChanged } from "./line-map.ts";
import { lineSets } from "./line-sets.ts";
import { measuredFiles, unmeasuredFiles } from "./measured-files.ts";

/** How much of what the candidate changes its tests run. */
export interface PatchCoverage {
  /** Changed source files, by path; files in which no measured line changed are left out. */
  readonly files: readonly PatchFile[];
  /** Over all of them. Every changed line of an unmeasured file counts as not covered. */
  readonly lines: Count;
}

export interface PatchFile {
  readonly path: string;
  /**
   * `unmeasured`: it counts as source and no report mentions it. `unsaid`: measured, but no report says which lines.
   * `hidden`: git takes it for binary, so nobody knows which lines changed.
   */
  readonly state: "measured" | "unmeasured" | "unsaid" | "hidden";
  /** Changed lines that are covered. */
  readonly covered: Lines;
  readonly uncovered: Lines;
}

const NONE: Lines = new Uint32Array();

/**
 * Coverage of the changed lines: those that the candidate has and its base has not. Files that the configuration does
 * not call source do not count, nor do changed lines that no report lists, such as comments.
 *
 * @example
 * const { lines } = patchCoverage(reports, changes);
 * formatPercent(lines.covered, lines.total); // "83.33%"
 */
export function patchCoverage(reports: readonly CoverageBody[], changes: ChangesBody): PatchCoverage {
  const measured = new Map(measuredFiles(reports).map((file) => [file.path, file]));
  const unmeasured = new Set(unmeasuredFiles(reports));
  const files = changes.files
    .filter(({ status }) => status !== "removed")
    .flatMap((changed): PatchFile[] => {
      const { path, hunks, binary } = changed;
      const file = measured.get(path);
      if (file === undefined && !unmeasured.has(path)) return [];
      if (binary) return [{ path, state: "hidden", covered: NONE, uncovered: NONE }];
      if (file !== undefined) return measuredPatch(file, hunks);
      const uncovered = changedLines(hunks);
      return uncovered.length === 0 ? [] : [{ path, state: "unmeasured", covered: NONE, uncovered }];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  const covered = files.reduce((sum, file) => sum + file.covered.length, 0);
  return { files, lines: { covered, total: files.reduce((sum, file) => sum + file.uncovered.length, covered) } };
}

function measuredPatch(file: CoverageFile, hunks: readonly ChangedHunk[]): PatchFile[] {
  if (!hunks.some(({ lines }) => lines > 0)) return [];
  const sets = lineSets(file);
  const { path } = file;
  if (sets === null) return [{ path, state: "unsaid", covered: NONE, uncovered: NONE }];
  const covered = linesChanged(sets.covered, hunks);
  const uncovered = linesChanged(sets.uncovered, hunks);
  return covered.length + uncovered.length === 0 ? [] : [{ path, state: "measured", covered, uncovered }];
}
