import type { Count, CoverageFigures, RunFigures } from "@holdpoint/core";
import { bandOf, COVERAGE_METRICS } from "@holdpoint/core";
import type { MetricChange } from "./digest.ts";

/** How the coverage of the whole or of a component went over the period. */
export interface ComponentDigest {
  readonly id: string;
  readonly tags: readonly string[];
  readonly critical: boolean;
  readonly metrics: readonly MetricChange[];
}

type Totals = CoverageFigures["totals"];
type Component = CoverageFigures["components"][number];

/**
 * First to last of the period. The last run that measured says which components there are; one that came later than
 * the first run is compared with its own first appearance.
 */
export function componentDigests(runs: readonly RunFigures[]): {
  readonly total: ComponentDigest | null;
  readonly components: readonly ComponentDigest[];
} {
  const measured = runs.flatMap(({ figures }) => coverageFigures(figures["coverage"]));
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined) return { total: null, components: [] };
  const before = new Map<string, Component>();
  for (const component of measured.flatMap(({ components }) => components)) {
    if (!before.has(component.id)) before.set(component.id, component);
  }
  return {
    total: { id: "whole", tags: [], critical: false, metrics: changes(first.totals, last.totals) },
    components: last.components.map(({ id, tags, critical, totals }) => ({
      id,
      tags,
      critical,
      metrics: changes(before.get(id)?.totals ?? {}, totals),
    })),
  };
}

/** Figures of another form are no figures. */
export function coverageFigures(figures: RunFigures["figures"][string] | undefined): CoverageFigures[] {
  if (typeof figures?.["files"] !== "number" || !Array.isArray(figures["components"])) return [];
  return [figures as unknown as CoverageFigures];
}

function changes(first: Totals, last: Totals): MetricChange[] {
  return COVERAGE_METRICS.flatMap((metric): MetricChange[] => {
    const [before, now] = [first[metric] ?? null, last[metric] ?? null];
    if (now === null || now.total === 0) return [];
    return [
      {
        metric,
        first: before,
        last: now,
        points: before === null ? null : points(before, now),
        uncovered: before === null ? null : now.total - now.covered - (before.total - before.covered),
        band: bandOf(now)?.id ?? null,
      },
    ];
  });
}

/** Difference of two shares in percentage points, two decimals, rounded towards zero; exact until then. */
function points(before: Count, now: Count): string | null {
  if (before.total === 0) return null;
  const [a, b, c, d] = [now.covered, before.total, before.covered, now.total].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const hundredths = ((a * b - c * d) * 10_000n) / (b * d);
  const size = hundredths < 0n ? -hundredths : hundredths;
  const sign = hundredths < 0n ? "-" : "+";
  return `${sign}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
}
