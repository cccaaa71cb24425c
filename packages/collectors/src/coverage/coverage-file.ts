import type { Count, CoverageFile, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS, writeLineRanges } from "@holdpoint/core";
import type { FileCounts } from "./counts/file-counts.ts";
import { linesOf } from "./counts/line-hits.ts";
import { metricCount } from "./counts/metric-counts.ts";

/** The metrics that at least one file of a report measures. */
export function measuredMetrics(all: readonly FileCounts[]): ReadonlySet<CoverageMetric> {
  const isMeasured = (metric: CoverageMetric): boolean =>
    all.some((counts) => counts[metric] !== null || counts.totals?.[metric] !== undefined);
  return new Set(COVERAGE_METRICS.filter(isMeasured));
}

/**
 * One file's counts as they are judged: of a metric without records its total, where the report gives one. A metric
 * that no file of the report has is null, not measured; where others have it, a file without any has 0 of 0.
 */
export function coverageFile(
  path: string,
  resolved: boolean,
  counts: FileCounts,
  measured: ReadonlySet<CoverageMetric>,
): CoverageFile {
  const count = (metric: CoverageMetric): Count | null =>
    metricCount(counts, metric) ?? (measured.has(metric) ? { covered: 0, total: 0 } : null);
  return {
    path,
    resolved,
    lines: count("lines"),
    branches: count("branches"),
    functions: count("functions"),
    statements: count("statements"),
    regions: count("regions"),
    coveredLines: counts.lines === null ? "" : writeLineRanges(linesOf(counts.lines, true)),
    uncoveredLines: counts.lines === null ? "" : writeLineRanges(linesOf(counts.lines, false)),
  };
}
