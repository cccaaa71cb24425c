import type { Count, CoverageMetric, CoverageMismatch } from "@holdpoint/core";
import type { Place } from "./places.ts";

/** Compares what one JSON report declares with what its records say. */
export class Mismatches {
  readonly #file: string;
  readonly #mismatches: CoverageMismatch[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** @param place where it is declared; @param declared null where it is not */
  compare({ line }: Place, metric: CoverageMetric, declared: Count | null, counted: Count | null): void {
    if (declared === null || counted === null) return;
    if (declared.covered === counted.covered && declared.total === counted.total) return;
    this.#mismatches.push({ file: this.#file, line, metric, declared, counted });
  }

  finish(): readonly CoverageMismatch[] {
    return this.#mismatches;
  }
}

/** What two counts make together. */
export function addCounts(a: Count | null, b: Count | null): Count | null {
  if (a === null) return b;
  return b === null ? a : { covered: a.covered + b.covered, total: a.total + b.total };
}
