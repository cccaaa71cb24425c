import type { Count, CoverageMetric, CoverageMismatch } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import type { Interner } from "../counts/interner.ts";
import { INTERNED_FROM } from "../counts/interner.ts";
import { countLineHits, LineHitsBuilder } from "../counts/line-hits.ts";
import { countPoints, PointsBuilder } from "../counts/points.ts";
import type { CoverageReadOptions } from "../read-report.ts";
import type { LcovCursor } from "./cursor.ts";
import { LcovFunctions } from "./functions.ts";
import { readPlainRecords } from "./plain-records.ts";

export type SectionOptions = Pick<CoverageReadOptions, "interner" | "keepHits">;

interface Declared {
  found: number | null;
  hit: number | null;
  line: number;
}

/** Everything between `SF` and `end_of_record`. One is used for all sections of a report, one after another. */
export class LcovSection {
  readonly #cursor: LcovCursor;
  readonly #interner: Interner;
  readonly #lines: LineHitsBuilder;
  readonly #branches = new PointsBuilder();
  readonly #functions: LcovFunctions;
  #declared: Record<"lines" | "branches" | "functions", Declared> = nothingDeclared();

  constructor(cursor: LcovCursor, { interner, keepHits }: SectionOptions) {
    this.#cursor = cursor;
    this.#lines = new LineHitsBuilder(keepHits);
    this.#interner = interner;
    this.#functions = new LcovFunctions(cursor, interner);
  }

  /** Reads as many of the commonest records as follow one another, of the kinds that are asked for. */
  readPlain(lines: boolean, branches: boolean): void {
    readPlainRecords(this.#cursor, lines ? this.#lines : null, branches ? this.#branches : null);
  }

  /** `DA:<line>,<executions>[,<checksum>]` */
  readLine(): void {
    const cursor = this.#cursor;
    const line = cursor.lineNumber();
    cursor.needComma();
    const hits = cursor.hits();
    if (!cursor.isAtEnd) cursor.needComma();
    this.#lines.add(line, hits);
  }

  /** `BRDA:<line>,[e]<block>,<branch>,<taken>`; taken is `-` where the line was never reached. */
  readBranch(): void {
    const cursor = this.#cursor;
    const line = cursor.lineNumber();
    cursor.needComma();
    if (cursor.bytes[cursor.at] === 0x65) cursor.at += 1;
    const block = cursor.integer("the number of a block");
    cursor.needComma();
    let taken = cursor.end - 1;
    while (taken > cursor.at && cursor.bytes[taken] !== 0x2c) taken -= 1;
    if (taken <= cursor.at) cursor.fail("a field is missing");
    const branch = this.#branchKey(taken);
    cursor.at = taken + 1;
    const isTaken = cursor.bytes[cursor.at] === 0x2d ? cursor.at++ < 0 : cursor.hits() > 0;
    cursor.needEnd();
    this.#branches.add(line, branch, block, isTaken);
  }

  /** A branch is a number, or in lcov 2 the text of its expression. */
  #branchKey(end: number): number {
    const cursor = this.#cursor;
    const start = cursor.at;
    let number = 0;
    for (let at = start; at < end; at += 1) {
      const digit = (cursor.bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9 || number >= INTERNED_FROM / 10) {
        return this.#interner.of(cursor.bytes.toString("utf8", start, end));
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** `MCDC:<line>,<size of the group>,<t or f>,<taken>,<index>,<expression>`: only its form is looked at. */
  readCondition(): void {
    const cursor = this.#cursor;
    cursor.lineNumber();
    cursor.needComma();
    if (cursor.bytes[cursor.at] === 0x65) cursor.at += 1;
    cursor.integer("the size of a group");
    cursor.needComma();
    const sense = cursor.bytes[cursor.at];
    if (sense !== 0x74 && sense !== 0x66) cursor.fail("the sense of a condition must be t or f");
    cursor.at += 1;
    cursor.needComma();
    cursor.hits();
    cursor.needComma();
    cursor.integer("the index of a condition");
    cursor.needComma();
  }

  /** `MCF`, `MCH` */
  readConditions(): void {
    this.#cursor.digits("a count");
    this.#cursor.needEnd();
  }

  /** The record of a function, by its tag: FN, FNDA, FNL or FNA. */
  readFunction(tag: "FN" | "FNDA" | "FNL" | "FNA"): void {
    this.#functions.read(tag);
  }

  /** `LF`, `LH`, `BRF`, `BRH`, `FNF`, `FNH`: what the writer says that it found and hit. */
  readDeclared(metric: "lines" | "branches" | "functions", which: "found" | "hit"): void {
    const declared = this.#declared[metric];
    declared[which] = this.#cursor.digits("a count");
    this.#cursor.needEnd();
    declared.line = this.#cursor.line;
  }

  /** What the section says, and where it contradicts itself; the next section starts from nothing. */
  finish(): { readonly counts: FileCounts; readonly mismatches: readonly CoverageMismatch[] } {
    const { lines, hits } = this.#lines.finish();
    // lcov lists a branch again for each instance of a C++ template.
    const branches = this.#branches.finish(true);
    const functions = this.#functions.finish();
    const declared = this.#declared;
    this.#declared = nothingDeclared();
    const mismatches: CoverageMismatch[] = [];
    const compare = (metric: CoverageMetric, said: Declared, counted: Count): void => {
      const claim = { covered: said.hit ?? counted.covered, total: said.found ?? counted.total };
      if (claim.covered === counted.covered && claim.total === counted.total) return;
      mismatches.push({ file: this.#cursor.file, line: said.line, metric, declared: claim, counted });
    };
    compare("lines", declared.lines, countLineHits(lines));
    compare("branches", declared.branches, countPoints(branches));
    compare("functions", declared.functions, functions.aliases ?? countPoints(functions.points));
    const orNull = (metric: Declared, entries: Uint32Array): Uint32Array | null =>
      entries.length === 0 && (metric.found ?? 0) === 0 ? null : entries;
    const counts: FileCounts = {
      lines: orNull(declared.lines, lines),
      branches: orNull(declared.branches, branches),
      functions: orNull(declared.functions, functions.points),
      statements: null,
      regions: null,
      hits,
    };
    return { counts, mismatches };
  }
}

function nothingDeclared(): Record<"lines" | "branches" | "functions", Declared> {
  const nothing = (): Declared => ({ found: null, hit: null, line: 0 });
  return { lines: nothing(), branches: nothing(), functions: nothing() };
}
