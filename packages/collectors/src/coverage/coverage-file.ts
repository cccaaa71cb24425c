import type { Count, CoverageFile } from "@holdpoint/core";
import type { FileCounts } from "./counts/file-counts.ts";
import { countLineHits, uncoveredRanges } from "./counts/line-hits.ts";
import { countPoints } from "./counts/points.ts";

/**
 * One file's counts as they are judged. A metric that no file of the report has a record of is null, not
 * measured; where others have it, a file without any has 0 of 0.
 */
export function coverageFile(
  path: string,
  resolved: boolean,
  counts: FileCounts,
  all: readonly FileCounts[],
): CoverageFile {
  const count = (metric: keyof FileCounts, sum: (entries: Uint32Array) => Count): Count | null => {
    const entries = counts[metric];
    if (entries !== null) return sum(entries);
    return all.some((other) => other[metric] !== null) ? { covered: 0, total: 0 } : null;
  };
  return {
    path,
    resolved,
    lines: count("lines", countLineHits),
    branches: count("branches", countPoints),
    functions: count("functions", countPoints),
    statements: count("statements", countPoints),
    uncoveredLines: counts.lines === null ? "" : uncoveredRanges(counts.lines),
  };
}
