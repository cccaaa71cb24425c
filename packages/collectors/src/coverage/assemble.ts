import type { CoverageBody, CoverageConfig, CoverageFile, CoverageMismatch, UnmatchedPath } from "@holdpoint/core";
import { compileGlob } from "@holdpoint/core";
import { PathResolver } from "../paths/resolve.ts";
import { coverageFile } from "./coverage-file.ts";
import type { FileCounts } from "./counts/file-counts.ts";
import { addFileCounts } from "./read-report.ts";
import type { ReadCoverage } from "./read-report.ts";

export interface AssembleTerms {
  readonly report: CoverageConfig["reports"][number];
  readonly source: readonly string[];
  readonly exclude: readonly string[];
  /** Absolute path of the repository's root. */
  readonly root: string;
  /** Paths of all tracked files. */
  readonly tracked: readonly string[];
}

/**
 * One report out of its files, which may come in any order. Counted are tracked files that the configuration calls
 * source, and reported paths that fit no tracked file; tests and what is excluded would only make the whole look
 * better, so they are left out.
 */
export function assembleReport(files: readonly ReadCoverage[], terms: AssembleTerms): CoverageBody {
  const isSource = sourceRule(terms);
  const resolver = new PathResolver(terms.tracked, terms.root);
  const counted = new Map<string, FileCounts>();
  const loose = new Map<string, FileCounts>();
  const unmatched = new Map<string, UnmatchedPath>();
  const mismatches: CoverageMismatch[] = [];
  for (const read of files) {
    for (const mismatch of read.mismatches) mismatches.push(mismatch);
    const { resolved, unresolved } = resolveAll(read, resolver);
    for (const [path, counts] of resolved) if (isSource(path)) addFileCounts(counted, path, counts);
    for (const one of unresolved) {
      unmatched.set(one.reported, one);
      const counts = read.files.get(one.reported);
      if (counts !== undefined) addFileCounts(loose, one.reported, counts);
    }
  }
  const measured = [...counted.values(), ...loose.values()];
  const show = ([path, counts]: readonly [string, FileCounts], resolved: boolean): CoverageFile =>
    coverageFile(path, resolved, counts, measured);
  return {
    report: terms.report.id,
    format: terms.report.format,
    instrumenter: [...new Set(files.map(({ instrumenter }) => instrumenter))].sort().join("+"),
    files: [...[...counted].map((entry) => show(entry, true)), ...[...loose].map((entry) => show(entry, false))].sort(
      (a, b) => compare(a.path, b.path),
    ),
    unmatched: [...unmatched.values()].sort((a, b) => compare(a.reported, b.reported)),
    unmeasured: terms.tracked.filter((path) => isSource(path) && !counted.has(path)).sort(compare),
    deadGlobs: deadGlobs(terms),
    mismatches: mismatches.sort((a, b) => compare(a.file, b.file) || a.line - b.line),
  };
}

interface Resolved {
  readonly resolved: ReadonlyMap<string, FileCounts>;
  readonly unresolved: readonly UnmatchedPath[];
}

/**
 * Two paths of one file of a report cannot be the same source: where one was named exactly it stands, and whatever
 * only ends alike is ambiguous.
 */
function resolveAll(read: ReadCoverage, resolver: PathResolver): Resolved {
  const exact = new Map<string, FileCounts>();
  const guessed = new Map<string, string[]>();
  const unresolved: UnmatchedPath[] = [];
  for (const [reported, counts] of read.files) {
    const found = resolver.resolve(reported);
    if (!("path" in found)) unresolved.push({ reported, ...found });
    else if (found.isExact) addFileCounts(exact, found.path, counts);
    else guessed.set(found.path, [...(guessed.get(found.path) ?? []), reported]);
  }
  const resolved = new Map(exact);
  for (const [path, paths] of guessed) {
    const [only] = paths;
    const counts = paths.length === 1 && !exact.has(path) && only !== undefined ? read.files.get(only) : undefined;
    if (counts !== undefined) resolved.set(path, counts);
    else
      unresolved.push(...paths.map((reported): UnmatchedPath => ({ reported, why: "ambiguous", candidates: [path] })));
  }
  return { resolved, unresolved };
}

function sourceRule({ source, exclude }: AssembleTerms): (path: string) => boolean {
  const included = source.map((glob) => compileGlob(glob));
  const excluded = exclude.map((glob) => compileGlob(glob));
  return (path) => included.some((fits) => fits(path)) && !excluded.some((fits) => fits(path));
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
