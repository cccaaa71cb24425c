import type { ChangesBase, Count, PatchCoverage, PatchFile } from "@holdpoint/core";
import { formatPercent, writeLineRanges } from "@holdpoint/core";

export const DIFF_SCHEMA = "holdpoint/coverage-diff/v1";

/** The document of `coverage diff --json`. */
export interface DiffDocument {
  readonly schema: typeof DIFF_SCHEMA;
  /** What changes are counted from. */
  readonly base: ChangesBase | null;
  /** Candidate's commit; uncommitted changes of tracked files count as well. */
  readonly commit: string;
  /** RFC 3339, UTC: when the oldest report was written. */
  readonly measuredAt: string;
  /** Changed lines that are measured, with those of unmeasured source files. */
  readonly lines: Count;
  /** `83.33%`; null when no measured line changed. */
  readonly percent: string | null;
  readonly failUnder: string | null;
  /** Changed source files that no report measures. */
  readonly unmeasured: number;
  /** Changed source files of which it cannot be told which changed lines are covered. */
  readonly unknown: number;
  readonly files: readonly DiffFile[];
}

export interface DiffFile {
  readonly path: string;
  readonly state: PatchFile["state"];
  readonly lines: Count;
  /** Ranges of changed lines that are uncovered, `3-5,9`. */
  readonly uncoveredLines: string;
}

type Terms = Pick<DiffDocument, "base" | "commit" | "measuredAt" | "failUnder">;

export function diffDocument({ files, lines }: PatchCoverage, terms: Terms): DiffDocument {
  const inState = (...states: readonly PatchFile["state"][]): number =>
    files.filter(({ state }) => states.includes(state)).length;
  const { base, commit, measuredAt, failUnder } = terms;
  return {
    schema: DIFF_SCHEMA,
    base,
    commit,
    measuredAt,
    lines,
    percent: lines.total === 0 ? null : formatPercent(lines.covered, lines.total, failUnder ?? undefined),
    failUnder,
    unmeasured: inState("unmeasured"),
    unknown: inState("unsaid", "hidden"),
    files: files.map(({ path, state, covered, uncovered }) => ({
      path,
      state,
      lines: { covered: covered.length, total: covered.length + uncovered.length },
      uncoveredLines: writeLineRanges(uncovered),
    })),
  };
}
