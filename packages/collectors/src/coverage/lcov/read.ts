import type { CoverageMismatch } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { assertUtf8Text, withoutByteOrderMark } from "../../reading/utf8.ts";
import { clip } from "../../reading/clip.ts";
import type { FileCounts } from "../counts/file-counts.ts";
import type { CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { addFileCounts } from "../read-report.ts";
import { LcovCursor } from "./cursor.ts";
import { LcovSection } from "./section.ts";
import { recogniseWriter } from "./writer.ts";

const PATH_SIZE_BYTES_MAX = 16_384;

/**
 * Reads an LCOV tracefile (geninfo(1), lcov 1 and 2). Totals are counted from the records; what `LF`, `LH` and their
 * like declare is only compared. A path that stands twice is merged: covered is what either covered.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-SYNTAX` for an unknown record, counts that
 * are no digits, records outside of a section; `-TRUNCATED` for a section without `end_of_record`;
 * `-NOT-THE-FORMAT` when the first record is not one of LCOV's; `-ENCODING`, `-EMPTY`, `-TOO-LARGE`.
 *
 * @example
 * const bytes = Buffer.from("SF:a.ts\nDA:1,1\nDA:2,0\nend_of_record\n");
 * readLcov(bytes, { file: "lcov.info", interner: new Interner() }).files.get("a.ts")?.lines; // Uint32Array [3, 4]
 */
export function readLcov(bytes: Uint8Array, options: CoverageReadOptions): ReadCoverage {
  assertUtf8Text(bytes, options.file);
  const text = withoutByteOrderMark(bytes);
  return new LcovReader(Buffer.from(text.buffer, text.byteOffset, text.byteLength), options).read();
}

class LcovReader {
  readonly #cursor: LcovCursor;
  readonly #section: LcovSection;
  readonly #files = new Map<string, FileCounts>();
  readonly #mismatches: CoverageMismatch[] = [];
  readonly #tags: string[] = [];
  #path: string | null = null;
  #began = 0;
  #sections = 0;
  #records = 0;

  constructor(bytes: Buffer, { file, interner }: CoverageReadOptions) {
    this.#cursor = new LcovCursor(bytes, file);
    this.#section = new LcovSection(this.#cursor, interner);
  }

  read(): ReadCoverage {
    const cursor = this.#cursor;
    while (cursor.nextLine()) {
      if (cursor.isAtEnd || cursor.bytes[cursor.start] === 0x23) continue;
      this.#record();
      this.#records += 1;
    }
    if (this.#path !== null) {
      const detail = `the file ends inside the section of ${clip(this.#path, 200)}, which began on line ${this.#began}`;
      throw new HoldpointError("HP-READ-TRUNCATED", detail, { file: cursor.file, line: cursor.line, column: 1 });
    }
    if (this.#records === 0) throw new HoldpointError("HP-READ-EMPTY", "the file is empty", { file: cursor.file });
    return { files: this.#files, mismatches: this.#mismatches, instrumenter: recogniseWriter(this.#tags) };
  }

  #record(): void {
    const { bytes, start } = this.#cursor;
    // These two are nine of ten lines; their tags are not made into strings.
    if (bytes[start] === 0x44 && bytes[start + 1] === 0x41 && bytes[start + 2] === 0x3a) {
      this.#enter("DA");
      this.#cursor.at = start + 3;
      this.#section.readLine();
      return;
    }
    if (isBranch(bytes, start)) {
      this.#enter("BRDA");
      this.#cursor.at = start + 5;
      this.#section.readBranch();
      return;
    }
    const tag = this.#tag();
    switch (tag) {
      case "TN":
        return;
      case "SF":
        this.#open();
        return;
      case "end_of_record":
        this.#close();
        return;
      case "VER":
      case "MCDC":
      case "MCF":
      case "MCH":
        this.#enter(tag);
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

  #declared(tag: string): void {
    const meaning = Object.hasOwn(DECLARED, tag) ? DECLARED[tag] : undefined;
    if (meaning === undefined) return this.#unknown();
    this.#enter(tag);
    this.#section.readDeclared(...meaning);
  }

  /** The tag of the line, and the cursor behind its colon. */
  #tag(): string {
    const cursor = this.#cursor;
    const colon = cursor.bytes.subarray(cursor.start, Math.min(cursor.end, cursor.start + 8)).indexOf(0x3a);
    if (colon === -1) {
      const isEnd =
        cursor.end - cursor.start === END.length && cursor.bytes.toString("latin1", cursor.start, cursor.end) === END;
      return isEnd ? END : "";
    }
    cursor.at = cursor.start + colon + 1;
    return cursor.bytes.toString("latin1", cursor.start, cursor.start + colon);
  }

  #unknown(): never {
    const cursor = this.#cursor;
    cursor.at = cursor.start;
    if (this.#records === 0) cursor.fail("this is not LCOV", "HP-READ-NOT-THE-FORMAT");
    const isLast = cursor.end === cursor.bytes.length;
    const text = clip(cursor.bytes.toString("utf8", cursor.start, Math.min(cursor.end, cursor.start + 40)), 20);
    return cursor.fail(`"${text}" begins no record of LCOV`, isLast ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX");
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
    if (this.#path !== null) cursor.fail(`a section begins inside the one of line ${this.#began}`);
    const path = cursor.rest(PATH_SIZE_BYTES_MAX, "a path");
    if (path.trim() === "") cursor.fail("SF names no file");
    this.#path = path;
    this.#began = cursor.line;
  }

  #close(): void {
    if (this.#path === null) this.#cursor.fail("end_of_record without SF");
    const { counts, mismatches } = this.#section.finish();
    for (const mismatch of mismatches) this.#mismatches.push(mismatch);
    addFileCounts(this.#files, this.#path, counts);
    this.#path = null;
    this.#sections += 1;
  }
}

function isBranch(bytes: Buffer, start: number): boolean {
  return (
    bytes[start] === 0x42 &&
    bytes[start + 1] === 0x52 &&
    bytes[start + 2] === 0x44 &&
    bytes[start + 3] === 0x41 &&
    bytes[start + 4] === 0x3a
  );
}

const END = "end_of_record";

type DeclaredRecord = readonly ["lines" | "branches" | "functions", "found" | "hit"];

const DECLARED: Readonly<Record<string, DeclaredRecord>> = {
  LF: ["lines", "found"],
  LH: ["lines", "hit"],
  BRF: ["branches", "found"],
  BRH: ["branches", "hit"],
  FNF: ["functions", "found"],
  FNH: ["functions", "hit"],
};
