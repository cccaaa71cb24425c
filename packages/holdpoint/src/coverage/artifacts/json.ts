import type { Count, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { SourceMarks } from "./marks.ts";
import type { ArtifactPart, ArtifactSubject } from "./part.ts";

type Counts = Readonly<Record<CoverageMetric, Count | null>>;

/** `coverage.json`; its schema is `coverage-artifact.v1.json` of `@holdpoint/core`. */
export interface CoverageArtifact extends ArtifactSubject {
  readonly schema: "holdpoint/coverage-artifact/v1";
  /** Null: the whole. */
  readonly component: string | null;
  readonly tags: readonly string[];
  readonly totals: Counts;
  readonly files: readonly (Counts & {
    readonly path: string;
    readonly coveredLines: string;
    readonly uncoveredLines: string;
    /** One for each covered line, in ascending order; null where nobody told how often. */
    readonly hits: readonly number[] | null;
    /** Line, ways taken, ways. */
    readonly branchLines: readonly (readonly [number, number, number])[];
    /** Line, functions called, functions that begin there. */
    readonly functionLines: readonly (readonly [number, number, number])[];
  })[];
  readonly unmeasured: readonly string[];
}

export function coverageArtifact(part: ArtifactPart, subject: ArtifactSubject): CoverageArtifact {
  const { component, files, unmeasured, totals } = part;
  return {
    schema: "holdpoint/coverage-artifact/v1",
    component: component?.id ?? null,
    tags: component?.tags ?? [],
    ...subject,
    totals,
    files: files.map(({ path, counts, marks }) => {
      const own = Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, counts[metric]])) as Counts;
      const { coveredLines, uncoveredLines } = counts;
      return {
        path,
        ...own,
        coveredLines,
        uncoveredLines,
        hits: marks === null ? null : coveredHits(marks),
        branchLines: marks === null ? [] : triples(marks.branches),
        functionLines: marks === null ? [] : triples(marks.functions),
      };
    }),
    unmeasured,
  };
}

function coveredHits({ hits, covered }: SourceMarks): readonly number[] | null {
  return hits === null ? null : Array.from(hits.filter((_, at) => covered[at] === 1));
}

function triples(counts: ReadonlyMap<number, Count>): (readonly [number, number, number])[] {
  return [...counts].map(([line, { covered, total }]) => [line, covered, total] as const).sort(([a], [b]) => a - b);
}
