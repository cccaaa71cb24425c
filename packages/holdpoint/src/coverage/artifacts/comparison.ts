import type { Baseline, ChangesBase, Count, CoverageMetric, Json, JsonObject, PatchCoverage } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";

/** What the candidate's coverage is put beside. */
export interface ArtifactComparison {
  /** What was promoted last, with what it left about coverage; null: nothing was promoted, or it left nothing. */
  readonly earlier: Earlier | null;
  /** Null: there is nothing that changes could be counted from. */
  readonly base: ChangesBase | null;
  /** Coverage of the changed lines; null where nobody knows what changed. */
  readonly patch: PatchCoverage | null;
  /** Why `patch` is null, for a person; empty when it is there. */
  readonly whyNoPatch: string;
}

export interface Earlier {
  readonly commit: string;
  readonly promotedAt: string;
  /** Only the metrics that were measured. */
  readonly totals: Readonly<Partial<Record<CoverageMetric, Count>>>;
}

/** The totals that a promotion left; null when it left none that can be read. */
export function earlierOf(baseline: Baseline | null): Earlier | null {
  if (baseline === null) return null;
  const facts = baseline.facts["coverage-regression"] ?? baseline.facts["coverage"];
  const totals = isObject(facts) ? facts["totals"] : undefined;
  if (!isObject(totals)) return null;
  const known = COVERAGE_METRICS.flatMap((metric) => {
    const count = countOf(totals[metric]);
    return count === null ? [] : [[metric, count] as const];
  });
  if (known.length === 0) return null;
  const { commit } = baseline.candidate;
  return { commit, promotedAt: baseline.promotedAt, totals: Object.fromEntries(known) };
}

function countOf(value: Json | undefined): Count | null {
  if (!isObject(value)) return null;
  const { covered, total } = value;
  const isCount = Number.isSafeInteger(covered) && Number.isSafeInteger(total);
  if (!isCount || (covered as number) < 0 || (covered as number) > (total as number)) return null;
  return { covered: covered as number, total: total as number };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
