import type { CoverageMismatch } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import type { XmlReading } from "../xml/format.ts";
import { isRateOf } from "../xml/rate.ts";
import type { Declared } from "../xml/tally.ts";
import { mismatchOf, Tally, tallyOf } from "../xml/tally.ts";
import type { Place } from "../xml/window.ts";
import { WORD } from "./words.ts";

interface Rates {
  readonly place: Place;
  readonly lines: string | null;
  readonly branches: string | null;
}

/** What a report says of itself, as a whole, of its packages and of its classes, beside what its records say. */
export class CoberturaClaims {
  readonly #reading: XmlReading;
  readonly #declared: Declared[] = [];
  readonly #inReport = new Tally();
  #inPackage = new Tally();
  #ofReport: Rates | null = null;
  #ofPackage: Rates | null = null;
  #ofClass: Rates | null = null;

  constructor(reading: XmlReading) {
    this.#reading = reading;
  }

  openReport(): void {
    const { scanner, fields } = this.#reading;
    this.#ofReport = this.#rates();
    const { line } = scanner.window.here;
    const declare = (metric: "lines" | "branches", covered: number, total: number): void => {
      const said = { covered: fields.optionalCount(covered), total: fields.optionalCount(total) };
      if (said.covered !== null || said.total !== null) this.#declared.push({ metric, line, ...said });
    };
    declare("lines", WORD["lines-covered"], WORD["lines-valid"]);
    declare("branches", WORD["branches-covered"], WORD["branches-valid"]);
  }

  openPackage(): void {
    this.#ofPackage = this.#rates();
    this.#inPackage = new Tally();
  }

  openClass(): void {
    this.#ofClass = this.#rates();
  }

  closeClass(path: string, counts: FileCounts): void {
    this.#inReport.addFile(counts);
    this.#inPackage.addFile(counts);
    const tally = new Tally();
    tally.addFile(counts);
    this.#compare(`a class of ${path}`, this.#ofClass, [tally]);
  }

  closePackage(): void {
    this.#compare("a package", this.#ofPackage, [this.#inPackage]);
    this.#ofPackage = null;
  }

  /** The whole, where lines of several classes of one file may be counted once or for each class. */
  finish(files: ReadonlyMap<string, FileCounts>): readonly CoverageMismatch[] {
    const tallies = [tallyOf(files), this.#inReport];
    const mismatches: CoverageMismatch[] = [];
    for (const said of this.#declared) {
      const allowed = tallies.map((tally) => tally.of(said.metric));
      const mismatch = mismatchOf(this.#reading.options.file, said, allowed);
      if (mismatch !== null) mismatches.push(mismatch);
    }
    if (mismatches.length === 0) this.#compare("the report", this.#ofReport, tallies);
    return mismatches;
  }

  #rates(): Rates {
    const { scanner, fields } = this.#reading;
    const lines = fields.text(WORD["line-rate"]);
    return { place: scanner.window.here, lines, branches: fields.text(WORD["branch-rate"]) };
  }

  #compare(what: string, rates: Rates | null, tallies: readonly Tally[]): void {
    for (const metric of ["lines", "branches"] as const) {
      const said = rates?.[metric] ?? null;
      if (rates === null || said === null || tallies.some((tally) => isRateOf(said, tally.of(metric)))) continue;
      const { covered = 0, total = 0 } = tallies[0]?.of(metric) ?? {};
      const text = `${what} declares the rate ${said.slice(0, 40)} of ${metric}, and lists ${covered} of ${total}`;
      this.#reading.remarks.add("rate-differs", rates.place.line, rates.place.column, text);
    }
  }
}
