import type { CoverageMismatch, CoverageRemark } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import type { FileCounts } from "../counts/file-counts.ts";
import { LineBlocks } from "../line-blocks.ts";
import type { LineScanner } from "../line-blocks.ts";
import type { CoverageReadOptions } from "../read-report.ts";
import { addFileCounts } from "../read-report.ts";
import { Remarks } from "../remarks.ts";
import { LcovCursor } from "./cursor.ts";
import { LcovSection } from "./section.ts";
import { recogniseWriter } from "./writer.ts";

/** Some whole sections of a report. Lines are counted from the part's beginning. */
export interface LcovPart {
  readonly files: ReadonlyMap<string, FileCounts>;
  /** By the order of `files`, the line where each begins first. */
  readonly begins: readonly number[];
  readonly mismatches: readonly CoverageMismatch[];
  readonly remarks: readonly CoverageRemark[];
  /** Tool whose order of records the first section has. */
  readonly writer: string;
  readonly records: number;
  readonly lines: number;
}

const PATH_SIZE_BYTES_MAX = 16_384;
const END = "end_of_record";
const COLON = 0x3a;
const TAG_BYTES_MAX = 4;

/** Reads a report from its beginning, or from where a section ended. */
export class LcovPartReader implements LineScanner {
  readonly #cursor: LcovCursor;
  readonly #blocks: LineBlocks;
  readonly #remarks: Remarks;
  readonly #section: LcovSection;
  readonly #files = new Map<string, FileCounts>();
  readonly #begins: number[] = [];
  readonly #mismatches: CoverageMismatch[] = [];
  readonly #tags: string[] = [];
  readonly #isFirst: boolean;
  #path: string | null = null;
  #began = 0;
  #sections = 0;
  #records = 0;

  constructor(options: CoverageReadOptions, isFirst = true) {
    this.#cursor = new LcovCursor(options.file);
    this.#blocks = new LineBlocks(options.file, this, isFirst);
    this.#remarks = new Remarks(options.file);
    this.#section = new LcovSection(this.#cursor, options);
    this.#isFirst = isFirst;
  }

  push(chunk: Uint8Array): void {
    this.#blocks.push(chunk);
  }

  finish(): LcovPart {
    this.#blocks.finish();
    const { file, line } = this.#cursor;
    if (this.#path !== null) {
      const detail = `the file ends inside the section of ${clip(this.#path, 200)}`;
      throw new HoldpointError("HP-READ-TRUNCATED", detail, { file, line, column: 1 });
    }
    return {
      files: this.#files,
      begins: this.#begins,
      mismatches: this.#mismatches,
      remarks: this.#remarks.finish(),
      writer: recogniseWriter(this.#tags),
      records: this.#records,
      lines: line,
    };
  }

  get line(): number {
    return this.#cursor.line;
  }

  scan(bytes: Buffer, start: number, end: number): void {
    const cursor = this.#cursor;
    cursor.load(bytes, start, end);
    for (;;) {
      if (this.#path !== null) this.#plain();
      if (!cursor.nextLine()) return;
      if (cursor.isAtEnd || bytes[cursor.start] === 0x23) continue;
      this.#record();
      this.#records += 1;
      if (cursor.saturatedColumn !== null) this.#saturated(cursor.saturatedColumn);
    }
  }

  /** The first section is read the general way until it has shown in which order its records stand. */
  #plain(): void {
    const isKnown = this.#sections > 0;
    const lines = isKnown || this.#tags.includes("DA");
    const branches = isKnown || this.#tags.includes("BRDA");
    if (!lines && !branches) return;
    const before = this.line;
    this.#section.readPlain(lines, branches);
    this.#records += this.line - before;
  }

  #record(): void {
    const tag = this.#tag();
    switch (tag) {
      case "TN":
        return;
      case "SF":
        this.#open();
        return;
      case END:
        this.#close();
        return;
      case "DA":
        this.#enter(tag);
        this.#section.readLine();
        return;
      case "BRDA":
        this.#enter(tag);
        this.#section.readBranch();
        return;
      case "VER":
        this.#enter(tag);
        return;
      case "MCDC":
        this.#enter(tag);
        this.#section.readCondition();
        return;
      case "MCF":
      case "MCH":
        this.#enter(tag);
        this.#section.readConditions();
        return;
      case "FN":
      case "FNDA":
      case "FNL":
      case "FNA":
        this.#enter(tag);
        this.#section.readFunction(tag);
        return;
      default:
        this.#declared(tag);
    }
  }

  #saturated(column: number): void {
    this.#remarks.add("hits-saturated", this.line, column, "a count is larger than 64 bits and was taken as 2^64");
  }

  #declared(tag: string): void {
    const meaning = Object.hasOwn(DECLARED, tag) ? DECLARED[tag] : undefined;
    if (meaning === undefined) return this.#unknown();
    this.#enter(tag);
    this.#section.readDeclared(...meaning);
  }

  /** The tag of the line, and the cursor behind its colon. */
  #tag(): string {
    const cursor = this.#cursor;
    const { bytes, start, end } = cursor;
    const last = Math.min(end, start + TAG_BYTES_MAX + 1);
    let number = 0;
    for (let at = start; at < last; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === COLON) {
        cursor.at = at + 1;
        return TAGS.get(number) ?? "";
      }
      number = number * 256 + byte;
    }
    return end - start === END.length && bytes.toString("latin1", start, end) === END ? END : "";
  }

  #unknown(): never {
    const cursor = this.#cursor;
    cursor.at = cursor.start;
    if (this.#records === 0 && this.#isFirst) cursor.fail("this is not LCOV", "HP-READ-NOT-THE-FORMAT");
    const text = clip(cursor.bytes.toString("utf8", cursor.start, Math.min(cursor.end, cursor.start + 40)), 20);
    return cursor.fail(`"${text}" begins no record of LCOV`);
  }

  /** Notes a record that must stand between `SF` and `end_of_record`. */
  #enter(tag: string): void {
    if (this.#path === null) {
      this.#cursor.at = this.#cursor.start;
      this.#cursor.fail(`${tag} outside of a section`);
    }
    if (this.#sections === 0 && !this.#tags.includes(tag)) this.#tags.push(tag);
  }

  #open(): void {
    const cursor = this.#cursor;
    if (this.#path !== null) cursor.fail(`the section of ${clip(this.#path, 200)} has not ended`);
    const path = cursor.rest(PATH_SIZE_BYTES_MAX, "a path");
    if (path.trim() === "") cursor.fail("SF names no file");
    this.#path = path;
    this.#began = cursor.line;
  }

  #close(): void {
    const path = this.#path;
    if (path === null) this.#cursor.fail("end_of_record without SF");
    const { counts, mismatches } = this.#section.finish();
    for (const mismatch of mismatches) this.#mismatches.push(mismatch);
    if (this.#files.has(path)) this.#remarks.add("duplicate-file", this.#began, null, duplicateText(path));
    else this.#begins.push(this.#began);
    if (counts.lines === null && counts.branches === null && counts.functions === null) {
      const text = `${clip(path, 200)} lists nothing that could be covered`;
      this.#remarks.add("nothing-measured", this.#began, null, text);
    }
    addFileCounts(this.#files, path, counts);
    this.#path = null;
    this.#sections += 1;
  }
}

export function duplicateText(path: string): string {
  return `${clip(path, 200)} stands in the report more than once`;
}

/** By the bytes of each tag as one number, so that no line's tag has to become a string. */
const TAGS: ReadonlyMap<number, string> = new Map(
  [
    ["TN", "SF", "VER", "DA", "BRDA", "MCDC", "MCF", "MCH", "FN", "FNDA", "FNL", "FNA"],
    ["LF", "LH", "BRF", "BRH", "FNF", "FNH"],
  ]
    .flat()
    .map((tag) => [Buffer.from(tag).reduce((number, byte) => number * 256 + byte, 0), tag]),
);

type DeclaredRecord = readonly ["lines" | "branches" | "functions", "found" | "hit"];

const DECLARED: Readonly<Record<string, DeclaredRecord>> = {
  LF: ["lines", "found"],
  LH: ["lines", "hit"],
  BRF: ["branches", "found"],
  BRH: ["branches", "hit"],
  FNF: ["functions", "found"],
  FNH: ["functions", "hit"],
};
