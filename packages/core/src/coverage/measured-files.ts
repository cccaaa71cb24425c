import type { Count, CoverageBody, CoverageFile, CoverageMetric } from "../evidence/coverage.ts";
import { COVERAGE_METRICS } from "../evidence/coverage.ts";
import { linesWithout, unionOfLines, writeLineRanges } from "../lines/ranges.ts";
import { lineSets } from "./line-sets.ts";

const known = new WeakMap<
  CoverageBody,
  { readonly of: readonly CoverageBody[]; readonly files: readonly CoverageFile[] }
>();

/**
 * Tracked files that any report measures, by path, each once. Of a file in several reports a line is covered when one
 * of them covers it; that is exact where all of them say which lines they mean. Branches and the other metrics have no
 * identity across reports: of them counts the most that any one report covered, of the most that any one counted, so
 * never more than a single report shows to be covered. The order of reports makes no difference.
 */
export function measuredFiles(reports: readonly CoverageBody[]): readonly CoverageFile[] {
  const [first] = reports;
  if (first === undefined) return [];
  // Twenty checks ask the same of the same reports.
  const before = known.get(first);
  if (before !== undefined && isSame(before.of, reports)) return before.files;
  const byPath = new Map<string, CoverageFile[]>();
  for (const file of reports.flatMap((report) => report.files)) {
    if (!file.resolved) continue;
    const others = byPath.get(file.path);
    if (others === undefined) byPath.set(file.path, [file]);
    else others.push(file);
  }
  const files = Object.freeze([...byPath.values()].flatMap(together).sort((a, b) => byText(a.path, b.path)));
  known.set(first, { of: [...reports], files });
  return files;
}

/** Source files that no report at all measures, sorted. */
export function unmeasuredFiles(reports: readonly CoverageBody[]): readonly string[] {
  const measured = new Set(measuredFiles(reports).map((file) => file.path));
  const named = new Set(reports.flatMap((report) => report.unmeasured));
  return [...named].filter((path) => !measured.has(path)).sort(byText);
}

/** Sum over files; null when none of them measures the metric. */
export function totalOf(files: readonly CoverageFile[], metric: CoverageMetric): Count | null {
  const counts = files.flatMap((file) => file[metric] ?? []);
  if (counts.length === 0) return null;
  return {
    covered: counts.reduce((sum, count) => sum + count.covered, 0),
    total: counts.reduce((sum, count) => sum + count.total, 0),
  };
}

/** Sums of all metrics that were measured. */
export function totalsOf(files: readonly CoverageFile[]): Partial<Record<CoverageMetric, Count>> {
  const totals: Partial<Record<CoverageMetric, Count>> = {};
  for (const metric of COVERAGE_METRICS) {
    const total = totalOf(files, metric);
    if (total !== null) totals[metric] = total;
  }
  return totals;
}

/** What several reports say of one file. Those that name their lines come first, so that their union stays exact. */
function together(files: readonly CoverageFile[]): CoverageFile[] {
  const [first, ...others] = files.length < 2 ? files : files.toSorted(exactFirst);
  return first === undefined ? [] : [others.reduce(joined, first)];
}

function exactFirst(a: CoverageFile, b: CoverageFile): number {
  const isLoose = (file: CoverageFile): number => Number(lineSets(file) === null);
  return (
    isLoose(a) - isLoose(b) ||
    (b.lines?.covered ?? 0) - (a.lines?.covered ?? 0) ||
    byText(a.uncoveredLines, b.uncoveredLines)
  );
}

function joined(a: CoverageFile, b: CoverageFile): CoverageFile {
  return {
    ...a,
    ...linesOfBoth(a, b),
    branches: most(a.branches, b.branches),
    functions: most(a.functions, b.functions),
    statements: most(a.statements, b.statements),
    regions: most(a.regions, b.regions),
  };
}

type LinePart = Pick<CoverageFile, "lines" | "coveredLines" | "uncoveredLines">;

function linesOfBoth(a: CoverageFile, b: CoverageFile): LinePart {
  const { lines, coveredLines, uncoveredLines } = a.lines === null ? b : a;
  const [ours, others] = [lineSets(a), lineSets(b)];
  if (ours === null || others === null) return { lines: most(lines, b.lines), coveredLines, uncoveredLines };
  const covered = unionOfLines(ours.covered, others.covered);
  const uncovered = linesWithout(unionOfLines(ours.uncovered, others.uncovered), covered);
  return {
    lines: { covered: covered.length, total: covered.length + uncovered.length },
    coveredLines: writeLineRanges(covered),
    uncoveredLines: writeLineRanges(uncovered),
  };
}

function most(a: Count | null, b: Count | null): Count | null {
  if (a === null || b === null) return a ?? b;
  return { covered: Math.max(a.covered, b.covered), total: Math.max(a.total, b.total) };
}

function isSame(a: readonly CoverageBody[], b: readonly CoverageBody[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
