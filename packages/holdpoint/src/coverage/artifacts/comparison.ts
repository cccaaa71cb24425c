import type {
  Baseline,
  ChangesBase,
  Count,
  CoverageMetric,
  FileThen,
  LineHistory,
  PatchCoverage,
} from "@holdpoint/core";
import { readLineRanges } from "@holdpoint/core";
import { readCoverageFacts } from "@holdpoint/gates";

/** What the candidate's coverage is put beside. */
export interface ArtifactComparison {
  /** What was promoted last, with what it left about coverage; null: nothing was promoted, or it left nothing. */
  readonly earlier: Earlier | null;
  /** Tools that counted now, sorted, each once. */
  readonly instrumenters: readonly string[];
  /** Null: there is nothing that changes could be counted from. */
  readonly base: ChangesBase | null;
  /** Coverage of the changed lines; null where nobody knows what changed. */
  readonly patch: PatchCoverage | null;
  /** What became of the lines that were covered then; null where that cannot be followed. */
  readonly history: LineHistory | null;
  /** Why `patch` is null, for a person; empty when it is there. */
  readonly whyNoPatch: string;
}

export interface Earlier {
  readonly commit: string;
  readonly promotedAt: string;
  /** Only the metrics that were measured. */
  readonly totals: Readonly<Partial<Record<CoverageMetric, Count>>>;
  /** Tools that counted then, sorted, each once; figures of others cannot be compared. */
  readonly instrumenters: readonly string[];
  /** Which lines were covered then; null where nobody kept them. */
  readonly files: readonly FileThen[] | null;
}

/** What a promotion left about coverage; null when it left nothing that can be read. */
export function earlierOf(baseline: Baseline | null): Earlier | null {
  const facts = readCoverageFacts({ baseline });
  if (baseline === null || facts === null) return null;
  const { reports, totals, files } = facts;
  const then = files?.map(({ path, ranges }): FileThen => {
    const sets =
      ranges === null ? null : { covered: readLineRanges(ranges.covered), uncovered: readLineRanges(ranges.uncovered) };
    return { path, sets };
  });
  const { promotedAt, candidate } = baseline;
  return { commit: candidate.commit, promotedAt, totals, instrumenters: instrumentersOf(reports), files: then ?? null };
}

/** Sorted, each once. */
export function instrumentersOf(reports: readonly { readonly instrumenter: string }[]): readonly string[] {
  return [...new Set(reports.map(({ instrumenter }) => instrumenter))].sort();
}

export function isSameInstrument({ instrumenters }: Earlier, now: readonly string[]): boolean {
  return instrumenters.join("\n") === now.join("\n");
}

/**
 * How many points a share went up or down, in hundredths that are cut off towards zero, so that a fall is never shown
 * larger than it is; `less than 0.01` where that leaves nothing. Null where one of the two is no share.
 *
 * @example
 * pointsText({ covered: 9, total: 10 }, { covered: 8, total: 10 }); // "+10.00"
 */
export function pointsText(now: Count, then: Count): string | null {
  if (now.total === 0 || then.total === 0) return null;
  const scaled = 10_000n;
  const crossed = BigInt(now.covered) * BigInt(then.total) - BigInt(then.covered) * BigInt(now.total);
  if (crossed === 0n) return "±0";
  const sign = crossed > 0n ? "+" : "−";
  const points = ((crossed < 0n ? -crossed : crossed) * scaled) / (BigInt(now.total) * BigInt(then.total));
  if (points === 0n) return `${sign}less than 0.01`;
  const digits = points.toString().padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
