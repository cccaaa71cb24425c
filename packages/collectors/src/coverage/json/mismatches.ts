import type { Count, CoverageMetric, CoverageMismatch } from "@holdpoint/core";
import type { JsonCursor } from "./cursor.ts";

/** Compares what one JSON report declares with what its records say. */
export class Mismatches {
  readonly #cursor: JsonCursor;
  readonly #mismatches: CoverageMismatch[] = [];

  constructor(cursor: JsonCursor) {
    this.#cursor = cursor;
  }

  /** @param offset where it is declared; @param declared null where it is not */
  compare(offset: number, metric: CoverageMetric, declared: Count | null, counted: Count | null): void {
    if (declared === null || counted === null) return;
    if (declared.covered === counted.covered && declared.total === counted.total) return;
    const { line } = this.#cursor.place(offset);
    this.#mismatches.push({ file: this.#cursor.file, line, metric, declared, counted });
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
