import type {
  ContextConfig,
  CoverageBody,
  CoverageFormat,
  CoverageMismatch,
  CoverageReportConfig,
  UnmatchedPath,
} from "@holdpoint/core";
import { compileGlob } from "@holdpoint/core";
import { PathResolver } from "../paths/resolve.ts";
import { ContextLines } from "./context-lines.ts";
import { coverageFile, measuredMetrics } from "./coverage-file.ts";
import type { FileCounts } from "./counts/file-counts.ts";
import { addFileCounts } from "./read-report.ts";
import type { ReadCoverage } from "./read-report.ts";
import { joinRemarks } from "./remarks.ts";
import { resolveReported } from "./reported-paths.ts";

export interface AssembleTerms {
  readonly report: CoverageReportConfig;
  /** Of all files of the report. */
  readonly format: CoverageFormat;
  readonly source: readonly string[];
  readonly exclude: readonly string[];
  readonly contexts: readonly ContextConfig[];
  /** Absolute path of the repository's root. */
  readonly root: string;
  /** Paths of all tracked files. */
  readonly tracked: readonly string[];
}

/**
 * One report out of its files, which may come in any order. Counted are tracked files that the configuration calls
 * source, and reported paths that fit no tracked file; tests and what is excluded would only make the whole look
 * better, so they are left out, also of contexts.
 */
export function assembleReport(files: readonly ReadCoverage[], terms: AssembleTerms): CoverageBody {
  const isSource = sourceRule(terms);
  const resolver = new PathResolver(terms.tracked, terms.root);
  const counted = new Map<string, FileCounts>();
  const loose = new Map<string, FileCounts>();
  const unmatched = new Map<string, UnmatchedPath>();
  const mismatches: CoverageMismatch[] = [];
  const contexts = new ContextLines(terms.contexts, terms.report.context);
  for (const read of files) {
    for (const mismatch of read.mismatches) mismatches.push(mismatch);
    const { resolved, unresolved } = resolveReported(read, resolver);
    const sourceOf = (reported: string): string | null => {
      const path = resolved.get(reported);
      return path !== undefined && isSource(path) ? path : null;
    };
    for (const [reported, counts] of read.files) {
      const path = sourceOf(reported);
      if (path !== null) addFileCounts(counted, path, counts);
    }
    for (const one of unresolved) {
      unmatched.set(one.reported, one);
      const counts = read.files.get(one.reported);
      if (counts !== undefined) addFileCounts(loose, one.reported, counts);
    }
    contexts.add(read, sourceOf);
  }
  const measured = measuredMetrics([...counted.values(), ...loose.values()]);
  return {
    report: terms.report.id,
    format: terms.format,
    shard: terms.report.shard,
    carried: null,
    instrumenter: [...new Set(files.map(({ instrumenter }) => instrumenter))].sort().join("+"),
    files: [
      ...[...counted].map(([path, counts]) => coverageFile(path, true, counts, measured)),
      ...[...loose].map(([path, counts]) => coverageFile(path, false, counts, measured)),
    ].sort((a, b) => compare(a.path, b.path)),
    contexts: contexts.finish(),
    unmatched: [...unmatched.values()].sort((a, b) => compare(a.reported, b.reported)),
    unmeasured: terms.tracked.filter((path) => isSource(path) && !counted.has(path)).sort(compare),
    deadGlobs: deadGlobs(terms),
    mismatches: mismatches.sort((a, b) => compare(a.file, b.file) || a.line - b.line),
    remarks: joinRemarks(files.map(({ remarks }) => remarks)),
  };
}

/** Asked once for each path, however often it is. */
function sourceRule({ source, exclude }: AssembleTerms): (path: string) => boolean {
  const included = source.map((glob) => compileGlob(glob));
  const excluded = exclude.map((glob) => compileGlob(glob));
  const known = new Map<string, boolean>();
  return (path) => {
    let isSource = known.get(path);
    if (isSource === undefined) {
      isSource = included.some((fits) => fits(path)) && !excluded.some((fits) => fits(path));
      known.set(path, isSource);
    }
    return isSource;
  };
}

function deadGlobs({ source, exclude, tracked }: AssembleTerms): string[] {
  return [...source, ...exclude].filter((glob) => {
    const fits = compileGlob(glob);
    return !tracked.some((path) => fits(path));
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
