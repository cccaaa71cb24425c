import type { Count, CoverageMetric, CoverageMismatch } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import { countLineHits } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";

/** Metrics that XML reports declare totals of. */
export type DeclaredMetric = Exclude<CoverageMetric, "regions">;

export const DECLARED_METRICS: readonly DeclaredMetric[] = ["lines", "branches", "functions", "statements"];

type Sums = Record<DeclaredMetric, { covered: number; total: number }>;

/** What is counted in a report, a package or a file. */
export class Tally {
  readonly #sums: Sums = {
    lines: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
    functions: { covered: 0, total: 0 },
    statements: { covered: 0, total: 0 },
  };

  of(metric: DeclaredMetric): Count {
    return this.#sums[metric];
  }

  add(metric: DeclaredMetric, { covered, total }: Count): void {
    this.#sums[metric].covered += covered;
    this.#sums[metric].total += total;
  }

  addFile(counts: FileCounts): void {
    if (counts.lines !== null) this.add("lines", countLineHits(counts.lines));
    for (const metric of ["branches", "functions", "statements"] as const) {
      const points = counts[metric];
      if (points !== null) this.add(metric, countPoints(points));
    }
  }
}

export function tallyOf(files: ReadonlyMap<string, FileCounts>): Tally {
  const tally = new Tally();
  for (const counts of files.values()) tally.addFile(counts);
  return tally;
}

/** What a report says of itself, and where; a number that it leaves out is null. */
export interface Declared {
  readonly metric: DeclaredMetric;
  readonly line: number;
  readonly covered: number | null;
  readonly total: number | null;
}

/**
 * Null when a declared total is one of those that the records allow; else the mismatch with the first of them. There
 * can be several, as a producer may count lines of two classes of one file twice.
 */
export function mismatchOf(file: string, said: Declared, allowed: readonly Count[]): CoverageMismatch | null {
  const fits = ({ covered, total }: Count): boolean =>
    (said.covered ?? covered) === covered && (said.total ?? total) === total;
  const [counted] = allowed;
  if (counted === undefined || allowed.some(fits)) return null;
  const declared = { covered: said.covered ?? counted.covered, total: said.total ?? counted.total };
  return { file, line: said.line, metric: said.metric, declared, counted: { ...counted } };
}
