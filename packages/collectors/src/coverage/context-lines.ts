import type { ContextConfig, CoverageContext, Lines } from "@holdpoint/core";
import { compileGlob, unionOfLines, writeLineRanges } from "@holdpoint/core";
import type { LineHits } from "./counts/line-hits.ts";
import { linesOf } from "./counts/line-hits.ts";
import type { ReadCoverage } from "./read-report.ts";

type ByPath = Map<string, Lines>;

/**
 * Collects what the tests of each configured context covered. A context is known when a name in a report fits one of
 * its globs, or when the report belongs to it as a whole; one that is known and covered nothing is not one that nobody
 * has heard of.
 */
export class ContextLines {
  readonly #rules: readonly { readonly id: string; readonly fits: readonly ((name: string) => boolean)[] }[];
  readonly #whole: string | null;
  readonly #known = new Map<string, ByPath>();

  /** @param whole context that all tests of the report belong to */
  constructor(contexts: readonly ContextConfig[], whole: string | null) {
    this.#rules = contexts.map(({ id, match }) => ({ id, fits: match.map((glob) => compileGlob(glob)) }));
    this.#whole = whole;
    if (whole !== null) this.#byPath(whole);
  }

  /** Adds what one file of the report says. @param sourceOf the counted file of a reported path, if it is one */
  add(read: Pick<ReadCoverage, "files" | "contexts">, sourceOf: (reported: string) => string | null): void {
    for (const [name, files] of read.contexts) {
      for (const { id, fits } of this.#rules) {
        if (fits.some((fit) => fit(name))) this.#addFiles(this.#byPath(id), files, sourceOf);
      }
    }
    if (this.#whole === null) return;
    const byPath = this.#byPath(this.#whole);
    for (const [reported, { lines }] of read.files) if (lines !== null) addLines(byPath, sourceOf(reported), lines);
  }

  /** Sorted by id and path. */
  finish(): readonly CoverageContext[] {
    return [...this.#known]
      .map(([id, byPath]) => ({
        id,
        files: [...byPath]
          .map(([path, lines]) => ({ path, coveredLines: writeLineRanges(lines) }))
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #byPath(id: string): ByPath {
    let byPath = this.#known.get(id);
    if (byPath === undefined) {
      byPath = new Map();
      this.#known.set(id, byPath);
    }
    return byPath;
  }

  #addFiles(byPath: ByPath, files: ReadonlyMap<string, LineHits>, sourceOf: (reported: string) => string | null): void {
    for (const [reported, lines] of files) addLines(byPath, sourceOf(reported), lines);
  }
}

function addLines(byPath: ByPath, path: string | null, lines: LineHits): void {
  const covered = linesOf(lines, true);
  if (path === null || covered.length === 0) return;
  const before = byPath.get(path);
  byPath.set(path, before === undefined ? covered : unionOfLines(before, covered));
}
