import type { CheckInput, Count, CoverageFile, CoverageMetric, JsonObject } from "@holdpoint/core";
import { lineSets, measuredFiles, totalsOf } from "@holdpoint/core";
import { coverageReports } from "./coverage-files.ts";
import { writeFileFacts } from "./coverage-file-facts.ts";

/** What the next release's coverage is compared with. */
export interface CoverageFacts {
  readonly reports: readonly ReportFacts[];
  /** Only the metrics that were measured. */
  readonly totals: Readonly<Partial<Record<CoverageMetric, Count>>>;
  /** Sorted paths of the measured files. */
  readonly paths: readonly string[];
  /** The same files with their counts and lines; null in facts of a promotion that did not keep them. */
  readonly files: readonly FileFacts[] | null;
}

/** Figures of another report or instrumenter cannot be compared. */
export interface ReportFacts {
  readonly id: string;
  readonly format: string;
  readonly instrumenter: string;
  readonly shard: string | null;
}

/** A file's counts as they were, and which lines; ranges are null where nobody said which. */
export interface FileFacts extends Pick<
  CoverageFile,
  "path" | "lines" | "branches" | "functions" | "statements" | "regions"
> {
  readonly ranges: { readonly covered: string; readonly uncovered: string } | null;
}

export const FACTS_VERSION = 2;

/**
 * So many characters of ranges are kept of a promotion; of a larger project only counts are, and the checks that need
 * lines become `missing`. About 20,000 files of a few hundred lines each.
 */
export const FACTS_RANGES_CHARS_MAX = 12_000_000;

export function coverageFacts(input: CheckInput): JsonObject {
  const { reports, totals, files } = factsNow(input);
  const ranges = (files ?? []).reduce((sum, file) => sum + rangesLength(file), 0);
  const keepsLines = ranges <= FACTS_RANGES_CHARS_MAX;
  const document = {
    version: FACTS_VERSION,
    reports,
    totals,
    keepsLines,
    files: (files ?? []).map((file) => writeFileFacts(keepsLines ? file : { ...file, ranges: null })),
  };
  return document as unknown as JsonObject;
}

/** Characters that a file's ranges take. */
export function rangesLength({ ranges }: FileFacts): number {
  return ranges === null ? 0 : ranges.covered.length + ranges.uncovered.length;
}

export function factsNow(input: CheckInput): CoverageFacts {
  const reports = coverageReports(input);
  const files = measuredFiles(reports);
  return {
    reports: reports.map(({ report, format, instrumenter, shard }) => ({ id: report, format, instrumenter, shard })),
    totals: totalsOf(files),
    paths: files.map((file) => file.path),
    files: allFileFacts(files),
  };
}

const known = new WeakMap<readonly CoverageFile[], readonly FileFacts[]>();

/** Ten checks ask for the same files, and the lines of each are read to tell whether they are said. */
function allFileFacts(files: readonly CoverageFile[]): readonly FileFacts[] {
  const facts = known.get(files) ?? files.map(fileFacts);
  known.set(files, facts);
  return facts;
}

function fileFacts(file: CoverageFile): FileFacts {
  const { path, lines, branches, functions, statements, regions, coveredLines, uncoveredLines } = file;
  const isKnown = lineSets(file) !== null;
  const ranges = isKnown ? { covered: coveredLines, uncovered: uncoveredLines } : null;
  return { path, lines, branches, functions, statements, regions, ranges };
}
