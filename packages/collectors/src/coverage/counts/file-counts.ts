import type { Count, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { LineHits } from "./line-hits.ts";
import { mergeLineHits } from "./line-hits.ts";
import type { HitCounts } from "./hit-counts.ts";
import { mergeHitCounts } from "./hit-counts.ts";
import type { Points } from "./points.ts";
import { mergePoints } from "./points.ts";

/** What a report says of one file; null where the report holds no record of the metric. */
export interface FileCounts {
  readonly lines: LineHits | null;
  readonly branches: Points | null;
  readonly functions: Points | null;
  readonly statements: Points | null;
  readonly regions: Points | null;
  /** How often each of `lines` was hit; null unless it was asked for, or where the report does not tell. */
  readonly hits: HitCounts | null;
  /** Counts of a report that lists no records, only totals; looked at only for a metric that has no records. */
  readonly totals?: FileTotals;
}

/** By metric, what a report gives as a total without saying where. */
export type FileTotals = Readonly<Partial<Record<CoverageMetric, Count>>>;

/** What a report says of a file in which it measures nothing. */
export const NOTHING_COUNTED: FileCounts = {
  lines: null,
  branches: null,
  functions: null,
  statements: null,
  regions: null,
  hits: null,
};

/** What two reports of the same file say together: covered is what either covered. Order makes no difference. */
export function mergeFileCounts(a: FileCounts, b: FileCounts): FileCounts {
  return {
    lines: both(a.lines, b.lines, mergeLineHits),
    branches: both(a.branches, b.branches, mergePoints),
    functions: both(a.functions, b.functions, mergePoints),
    statements: both(a.statements, b.statements, mergePoints),
    regions: both(a.regions, b.regions, mergePoints),
    hits: mergeHitCounts(a, b),
    ...mergeTotals(a.totals, b.totals),
  };
}

/** Without records nobody knows what two totals have in common: the larger is the least that both cover together. */
function mergeTotals(a: FileTotals | undefined, b: FileTotals | undefined): Pick<FileCounts, "totals"> {
  if (a === undefined || b === undefined) return a === b ? {} : { totals: { ...a, ...b } };
  const larger = (metric: CoverageMetric): Count => ({
    covered: Math.max(a[metric]?.covered ?? 0, b[metric]?.covered ?? 0),
    total: Math.max(a[metric]?.total ?? 0, b[metric]?.total ?? 0),
  });
  const known = COVERAGE_METRICS.filter((metric) => a[metric] !== undefined || b[metric] !== undefined);
  return { totals: Object.fromEntries(known.map((metric) => [metric, larger(metric)])) };
}

function both(
  a: Uint32Array | null,
  b: Uint32Array | null,
  merge: (a: Uint32Array, b: Uint32Array) => Uint32Array,
): Uint32Array | null {
  if (a === null) return b;
  return b === null ? a : merge(a, b);
}
