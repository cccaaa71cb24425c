import type { Count, CoverageMismatch } from "@holdpoint/core";
import type { XmlReading } from "../xml/format.ts";
import type { Declared, DeclaredMetric } from "../xml/tally.ts";
import { mismatchOf, Tally } from "../xml/tally.ts";
import { WORD } from "./words.ts";

/** By metric the attributes of a `Summary`: what there is, and what of it was visited. */
const ATTRIBUTES: readonly (readonly [DeclaredMetric, number, number])[] = [
  ["statements", WORD.numSequencePoints, WORD.visitedSequencePoints],
  ["branches", WORD.numBranchPoints, WORD.visitedBranchPoints],
  ["functions", WORD.numMethods, WORD.visitedMethods],
];

/** Declared and counted of the session or of one module. */
export class SummaryScope {
  readonly #tally = new Tally();
  #declared: readonly Declared[] = [];

  /** A `Summary` element; it comes before what it sums up. */
  declare({ scanner, fields }: XmlReading): void {
    const { line } = scanner.window.here;
    this.#declared = ATTRIBUTES.map(([metric, total, covered]) => ({
      metric,
      line,
      covered: fields.optionalCount(covered),
      total: fields.optionalCount(total),
    }));
  }

  add(metric: DeclaredMetric, isCovered: boolean): void {
    this.#tally.add(metric, { covered: isCovered ? 1 : 0, total: 1 });
  }

  /** What does not fit; the sum goes on to the scope around this one. */
  finish(file: string, around: SummaryScope | undefined): readonly CoverageMismatch[] {
    for (const metric of ["statements", "branches", "functions"] as const) {
      around?.addCount(metric, this.#tally.of(metric));
    }
    const mismatches = this.#declared.map((said) => mismatchOf(file, said, this.#allowed(said.metric)));
    return mismatches.filter((mismatch) => mismatch !== null);
  }

  addCount(metric: DeclaredMetric, count: Count): void {
    this.#tally.add(metric, count);
  }

  /** OpenCover counts the way into each method as a branch, and lists none of them. */
  #allowed(metric: DeclaredMetric): readonly Count[] {
    const counted = this.#tally.of(metric);
    if (metric !== "branches") return [counted];
    const entries = this.#tally.of("functions");
    const withEntries = { covered: counted.covered + entries.covered, total: counted.total + entries.total };
    return [counted, withEntries];
  }
}
