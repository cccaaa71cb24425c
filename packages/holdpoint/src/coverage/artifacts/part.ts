import type { Candidate, ComponentConfig, Count, CoverageFile, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS, filesFitting, totalOf } from "@holdpoint/core";
import type { SourceMarks } from "./marks.ts";

/** Folder of the whole; no component can be called so. */
export const WHOLE = "_whole";

/** A measured source file. */
export interface ArtifactFile {
  readonly path: string;
  /** As gates judge it. */
  readonly counts: CoverageFile;
  /** Null where no report says which lines it means. */
  readonly marks: SourceMarks | null;
}

/** What the artifacts are of. */
export interface ArtifactSubject {
  readonly candidate: Pick<Candidate, "service" | "commit" | "tree" | "dirty" | "environment">;
  /** RFC 3339, UTC: when the oldest report was written. */
  readonly measuredAt: string;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
}

/** The whole, or a component. */
export interface ArtifactPart {
  /** Name of its folder. */
  readonly id: string;
  /** Null: the whole. */
  readonly component: ComponentConfig | null;
  readonly files: readonly ArtifactFile[];
  /** Source files in it that no report measures, sorted. */
  readonly unmeasured: readonly string[];
  /** Null: not measured. */
  readonly totals: Readonly<Record<CoverageMetric, Count | null>>;
}

/** The whole first, then each component. */
export function artifactParts(
  files: readonly ArtifactFile[],
  unmeasured: readonly string[],
  components: readonly ComponentConfig[],
): readonly ArtifactPart[] {
  const named = unmeasured.map((path) => ({ path }));
  return [
    partOf(WHOLE, null, files, unmeasured),
    ...components.map((component) => {
      const { id, paths } = component;
      const others = filesFitting(paths, named).map(({ path }) => path);
      return partOf(id, component, filesFitting(paths, files), others);
    }),
  ];
}

function partOf(
  id: string,
  component: ComponentConfig | null,
  files: readonly ArtifactFile[],
  unmeasured: readonly string[],
): ArtifactPart {
  const counts = files.map((file) => file.counts);
  const totals = Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, totalOf(counts, metric)]));
  return { id, component, files, unmeasured, totals: totals as ArtifactPart["totals"] };
}
