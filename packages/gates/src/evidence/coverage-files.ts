import type { CheckInput, Count, CoverageBody, CoverageFile, CoverageMetric, Location } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { place } from "../place.ts";
import { byText } from "../text.ts";

/** What each coverage report says, by report name. */
export function coverageReports(input: CheckInput): readonly CoverageBody[] {
  return bodiesOf<CoverageBody>(input, KIND.coverage).toSorted((a, b) => byText(a.report, b.report));
}

/**
 * Tracked files that any report measures, by path, each once. A file in several reports counts the most that any one
 * of them covered, of the most that any one of them counted: never more than a single report shows to be covered.
 */
export function measuredFiles(reports: readonly CoverageBody[]): readonly CoverageFile[] {
  const byPath = new Map<string, CoverageFile>();
  for (const file of reports.flatMap((report) => report.files)) {
    if (!file.resolved) continue;
    const known = byPath.get(file.path);
    byPath.set(file.path, known === undefined ? file : joined(known, file));
  }
  return [...byPath.values()].sort((a, b) => byText(a.path, b.path));
}

function joined(a: CoverageFile, b: CoverageFile): CoverageFile {
  const better = (b.lines?.covered ?? 0) > (a.lines?.covered ?? 0) ? b : a;
  return {
    ...better,
    lines: most(a.lines, b.lines),
    branches: most(a.branches, b.branches),
    functions: most(a.functions, b.functions),
    statements: most(a.statements, b.statements),
  };
}

function most(a: Count | null, b: Count | null): Count | null {
  if (a === null || b === null) return a ?? b;
  return { covered: Math.max(a.covered, b.covered), total: Math.max(a.total, b.total) };
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

const PLACES_MAX = 20;

/** The files with the most uncovered lines, most first, each at its first uncovered line. */
export function uncoveredPlaces(files: readonly CoverageFile[]): Location[] {
  const missing = ({ lines }: CoverageFile): number => (lines === null ? 0 : lines.total - lines.covered);
  return files
    .filter((file) => missing(file) > 0)
    .toSorted((a, b) => missing(b) - missing(a) || byText(a.path, b.path))
    .slice(0, PLACES_MAX)
    .map((file) => {
      const first = Number.parseInt(file.uncoveredLines, 10);
      const lines = file.uncoveredLines || "which is not said";
      const text = `${missing(file)} of ${file.lines?.total} lines uncovered: ${lines}`;
      return place(file.path, first, text);
    });
}
