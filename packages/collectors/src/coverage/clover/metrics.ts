import type { Count, CoverageMismatch } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import type { XmlReading } from "../xml/format.ts";
import type { Declared, DeclaredMetric } from "../xml/tally.ts";
import { DECLARED_METRICS, mismatchOf, Tally } from "../xml/tally.ts";
import { WORD } from "./words.ts";

/** By metric the attributes of `metrics`: what there is, and what of it was covered. */
const ATTRIBUTES: readonly (readonly [DeclaredMetric, number, number])[] = [
  ["statements", WORD.statements, WORD.coveredstatements],
  ["branches", WORD.conditionals, WORD.coveredconditionals],
  ["functions", WORD.methods, WORD.coveredmethods],
];

/** What the report shows of the way in which its writer counts. */
export interface Dialect {
  /** Istanbul: statements are lines, and functions are not listed. */
  isIstanbul: boolean;
  /** PHPUnit: a method is covered when all of its lines are. */
  isPhpunit: boolean;
}

/** Declared and counted of the project, a package or a file. */
export class CloverScope {
  readonly #tally = new Tally();
  #declared: Declared[] = [];

  /** A `metrics` element. */
  declare({ scanner, fields }: XmlReading): void {
    const { line } = scanner.window.here;
    this.#declared = ATTRIBUTES.map(([metric, total, covered]) => ({
      metric,
      line,
      covered: fields.optionalCount(covered),
      total: fields.optionalCount(total),
    }));
  }

  addFile(counts: FileCounts): void {
    this.#tally.addFile(counts);
  }

  /**
   * What does not fit; the sum goes on to the element around this one. Nothing listed is 0 of 0, and does not fit a
   * total that is declared; only Istanbul's functions are never listed.
   */
  finish(file: string, dialect: Dialect, around: CloverScope | undefined): readonly CoverageMismatch[] {
    for (const metric of DECLARED_METRICS) around?.addCount(metric, this.#tally.of(metric));
    const comparable = this.#declared.filter(({ metric }) => !dialect.isIstanbul || metric !== "functions");
    const mismatches = comparable.map((declared) => {
      const metric = dialect.isIstanbul && declared.metric === "statements" ? "lines" : declared.metric;
      const covered = dialect.isPhpunit && metric === "functions" ? null : declared.covered;
      return mismatchOf(file, { ...declared, metric, covered }, [this.#tally.of(metric)]);
    });
    return mismatches.filter((mismatch) => mismatch !== null);
  }

  addCount(metric: DeclaredMetric, count: Count): void {
    this.#tally.add(metric, count);
  }
}
