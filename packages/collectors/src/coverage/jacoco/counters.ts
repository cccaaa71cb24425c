import type { Count, CoverageMismatch } from "@holdpoint/core";
import type { Declared, DeclaredMetric } from "../xml/tally.ts";
import { mismatchOf, Tally } from "../xml/tally.ts";

const METRIC: Readonly<Record<string, DeclaredMetric>> = { LINE: "lines", BRANCH: "branches", METHOD: "functions" };

/** Declared and counted of one element that has counters: the report, a group, a package, a source file. */
export class Counters {
  readonly #tally = new Tally();
  readonly #declared: Declared[] = [];

  /** A `counter`; of complexity, classes and instructions nothing is compared. */
  declare(type: string, count: Count, line: number): void {
    const metric = Object.hasOwn(METRIC, type) ? METRIC[type] : undefined;
    if (metric !== undefined) this.#declared.push({ metric, line, ...count });
  }

  add(metric: DeclaredMetric, count: Count): void {
    this.#tally.add(metric, count);
  }

  /**
   * A counter of a class that was compiled without the name of its file: JaCoCo counts it with its package. Functions
   * are added one by one.
   */
  addLoose(type: string, count: Count): void {
    if (type === "LINE") this.#tally.add("lines", count);
    else if (type === "BRANCH") this.#tally.add("branches", count);
  }

  /** What does not fit; the sum goes on to the element around this one. */
  finish(file: string, around: Counters | null): readonly CoverageMismatch[] {
    for (const metric of ["lines", "branches", "functions"] as const) around?.add(metric, this.#tally.of(metric));
    const mismatches = this.#declared.map((said) => mismatchOf(file, said, [this.#tally.of(said.metric)]));
    return mismatches.filter((mismatch) => mismatch !== null);
  }
}
