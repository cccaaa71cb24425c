import type { Count, CoverageMetric } from "@holdpoint/core";
import type { FileCounts } from "./file-counts.ts";
import { countLineHits } from "./line-hits.ts";
import { countPoints } from "./points.ts";

/**
 * What a report says of one file in a metric: its records counted, else the total that it gives instead of records;
 * null when it does not measure it.
 */
export function metricCount(counts: FileCounts, metric: CoverageMetric): Count | null {
  const records = counts[metric];
  if (records === null) return counts.totals?.[metric] ?? null;
  return metric === "lines" ? countLineHits(records) : countPoints(records);
}
