import type { FileCounts } from "@holdpoint/collectors";
import { mergeFileCounts, metricCount } from "@holdpoint/collectors";
import type { Count, CoverageFormat, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { Keyed } from "./keys.ts";

export type MetricCounts = Readonly<Record<CoverageMetric, Count | null>>;

/** What the reports of one format say of each file; they are shards of one report. */
export type ByFile = ReadonlyMap<string, FileCounts>;

export function byFormat(keyed: readonly Keyed[]): ReadonlyMap<CoverageFormat, ByFile> {
  const formats = new Map<CoverageFormat, Map<string, FileCounts>>();
  for (const { input, keys } of keyed) {
    const files = formats.get(input.format) ?? new Map<string, FileCounts>();
    formats.set(input.format, files);
    for (const [reported, counts] of input.read.files) {
      const key = keys.get(reported) ?? reported;
      const before = files.get(key);
      files.set(key, before === undefined ? counts : mergeFileCounts(before, counts));
    }
  }
  return formats;
}

/**
 * Counts of every file over all formats, by path. Lines are covered where any format covers them. Branches, functions,
 * statements and regions of two formats cannot be laid over each other: of each file the format counts that lists the
 * most of them, and of two that list as many the one that covers fewer.
 */
export function combineFormats(formats: ReadonlyMap<CoverageFormat, ByFile>): ReadonlyMap<string, MetricCounts> {
  const all = new Map<string, FileCounts[]>();
  for (const files of formats.values()) {
    for (const [path, counts] of files) all.set(path, [...(all.get(path) ?? []), counts]);
  }
  const paths = [...all.keys()].sort();
  return new Map(paths.map((path) => [path, combineFile(all.get(path) ?? [])]));
}

function combineFile(told: readonly FileCounts[]): MetricCounts {
  const counts: Partial<Record<CoverageMetric, Count | null>> = {};
  for (const metric of COVERAGE_METRICS) {
    const exact = metric === "lines" ? told.filter(({ lines }) => lines !== null) : [];
    counts[metric] = exact.length > 1 ? union(exact) : strictest(told, metric);
  }
  return counts as MetricCounts;
}

function union(told: readonly FileCounts[]): Count | null {
  const whole = told.reduce((a, b) => mergeFileCounts(a, b));
  return metricCount(whole, "lines");
}

/** Records come before totals that a report gives without any. */
function strictest(told: readonly FileCounts[], metric: CoverageMetric): Count | null {
  const recorded = told.filter((counts) => counts[metric] !== null);
  let chosen: Count | null = null;
  for (const counts of recorded.length > 0 ? recorded : told) {
    const count = metricCount(counts, metric);
    if (count === null) continue;
    const isStricter =
      chosen === null || count.total > chosen.total || (count.total === chosen.total && count.covered < chosen.covered);
    if (isStricter) chosen = count;
  }
  return chosen;
}

/** Sums over files; null for a metric that none of them measures. */
export function sumCounts(files: Iterable<MetricCounts>): MetricCounts {
  const sums: Record<CoverageMetric, Count | null> = {
    lines: null,
    branches: null,
    functions: null,
    statements: null,
    regions: null,
  };
  for (const counts of files) {
    for (const metric of COVERAGE_METRICS) {
      const { covered, total } = counts[metric] ?? { covered: 0, total: 0 };
      const sum = sums[metric];
      if (counts[metric] === null) continue;
      sums[metric] = { covered: (sum?.covered ?? 0) + covered, total: (sum?.total ?? 0) + total };
    }
  }
  return sums;
}
