import type { Count, CoverageMetric } from "../evidence/coverage.ts";
import type { ComponentConfig } from "../noun/config.ts";
import { shortBy } from "../ratio.ts";
import { filesFitting } from "./components.ts";
import type { MetricCounts } from "./exempted.ts";

/** Whether some files need an exception at all. */
export interface ExceptionNeed {
  /** Components that ask something of the metric in at least one of the files, in their own order. */
  readonly components: readonly ComponentConfig[];
  /** The highest floor among them, in percent; null when none has one. */
  readonly floor: number | null;
  /** Sum over the files that are measured; null when none is. */
  readonly count: Count | null;
  /** True: the files reach what is asked of them by themselves. Null: nothing is asked, or nothing was measured. */
  readonly reached: boolean | null;
}

/**
 * What is asked of the files of an exception, and whether they reach it. A component that only limits how much may
 * stay uncovered asks for all of a file.
 *
 * @example
 * exceptionNeed(["src/store/disk.ts"], "lines", files, config.coverage.components).reached; // true: resolve it
 */
export function exceptionNeed(
  paths: readonly string[],
  metric: CoverageMetric,
  files: readonly MetricCounts[],
  components: readonly ComponentConfig[],
): ExceptionNeed {
  const own = paths.map((path) => ({ path }));
  const asking = components.filter(
    (component) => asksFor(component, metric) && filesFitting(component.paths, own).length > 0,
  );
  const floors = asking.flatMap(({ floors: { [metric]: floor } }) => floor ?? []);
  const count = sumOf(files.filter(({ path }) => paths.includes(path)).flatMap((file) => file[metric] ?? []));
  const asked = floors.length === 0 ? null : Math.max(...floors);
  return { components: asking, floor: asked, count, reached: reached(count, asking.length > 0, asked) };
}

/** Whether a component has a floor or a limit for the metric. */
export function asksFor({ floors, maxUncovered }: ComponentConfig, metric: CoverageMetric): boolean {
  return floors[metric] !== undefined || maxUncovered[metric] !== undefined;
}

function reached(count: Count | null, isAsked: boolean, floor: number | null): boolean | null {
  if (count === null || !isAsked || count.total === 0) return null;
  return shortBy(count.covered, count.total, floor ?? 100) === 0;
}

function sumOf(counts: readonly Count[]): Count | null {
  if (counts.length === 0) return null;
  return {
    covered: counts.reduce((sum, { covered }) => sum + covered, 0),
    total: counts.reduce((sum, { total }) => sum + total, 0),
  };
}
