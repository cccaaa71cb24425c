import { HoldpointError } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import type { FileCounts } from "../counts/file-counts.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import { PointsBuilder } from "../counts/points.ts";
import { LineBlocks, LINE_SIZE_BYTES_MAX } from "../line-blocks.ts";
import type { LineScanner } from "../line-blocks.ts";
import type { CoverageReader, CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { Remarks } from "../remarks.ts";
import type { BlockLine } from "./block-line.ts";
import { readBlockLine } from "./block-line.ts";
import { FileBlocks } from "./file-blocks.ts";

/** Most lines and statements that the blocks of one profile may span together. */
const SPAN_MAX = 8_000_000;
const PATH_SIZE_BYTES_MAX = 16_384;
const MODE = /^mode: (set|count|atomic)$/;

/**
 * Reads a coverprofile of Go (`go test -coverprofile`, `covdata textfmt`). Go counts statements in blocks: statements
 * are exact. Lines are derived: each line that a block with statements spans, covered when any block on it was run, so
 * blank lines and lone braces inside of a block count with it. Functions and branches are not measured. A block that
 * stands several times is one, run when any was. Several profiles after one another are read when their modes agree.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-NOT-THE-FORMAT` without `mode:` on the first
 * line; `HP-READ-SYNTAX` for another mode later, malformed lines, blocks that contradict each other;
 * `HP-READ-TRUNCATED` where the last line does not end, as Go always ends it; `-ENCODING`, `-EMPTY`, `-TOO-LARGE`.
 *
 * @example
 * const reader = openGo({ file: "coverage.out", interner: new Interner() });
 * reader.push(Buffer.from("mode: set\nexample.org/a/a.go:3.14,5.2 2 1\n"));
 * reader.finish().files.get("example.org/a/a.go")?.lines; // Uint32Array [7, 9, 11]
 */
export function openGo(options: CoverageReadOptions): CoverageReader {
  return new GoReader(options);
}

class GoReader implements LineScanner, CoverageReader {
  readonly #file: string;
  readonly #keepHits: boolean;
  readonly #blocks: LineBlocks;
  readonly #remarks: Remarks;
  readonly #files = new Map<string, FileBlocks>();
  #mode: string | null = null;
  #span = 0;
  #isUnended = false;
  line = 0;

  constructor({ file, keepHits = false }: CoverageReadOptions) {
    this.#file = file;
    this.#keepHits = keepHits;
    this.#blocks = new LineBlocks(file, this);
    this.#remarks = new Remarks(file);
  }

  push(chunk: Uint8Array): void {
    this.#blocks.push(chunk);
  }

  finish(): ReadCoverage {
    const isWhole = this.#blocks.finish();
    if (this.line === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file: this.#file });
    if (!isWhole) this.#fail("the last line does not end: the file was cut off", 1, "HP-READ-TRUNCATED");
    const lines = new LineHitsBuilder(this.#keepHits);
    const statements = new PointsBuilder();
    const files = new Map<string, FileCounts>();
    for (const [path, blocks] of this.#files) files.set(path, blocks.counts(lines, statements));
    if (![...files.values()].some((counts) => counts.statements !== null)) {
      this.#remarks.add("nothing-measured", 1, null, "the profile lists no statement");
    }
    return { files, contexts: new Map(), mismatches: [], remarks: this.#remarks.finish(), instrumenter: "go-cover" };
  }

  scan(bytes: Buffer, start: number, end: number): void {
    let at = start;
    while (at < end) {
      const feed = bytes.indexOf(0x0a, at);
      const next = feed === -1 || feed >= end ? end : feed;
      const isReturn = next > at && bytes[next - 1] === 0x0d;
      this.line += 1;
      this.#isUnended = next === end;
      this.#line(bytes, at, isReturn ? next - 1 : next);
      at = next + 1;
    }
  }

  #line(bytes: Buffer, start: number, end: number): void {
    if (end - start > LINE_SIZE_BYTES_MAX) this.#fail("the line is too long", 1, "HP-READ-TOO-LARGE");
    const mode = end - start <= 16 ? (MODE.exec(bytes.toString("latin1", start, end))?.[1] ?? null) : null;
    if (this.#mode === null) {
      if (mode === null) this.#fail("a profile of Go begins with its mode", 1, "HP-READ-NOT-THE-FORMAT");
      this.#mode = mode;
    } else if (mode === null) {
      if (end > start) this.#block(bytes, start, end);
    } else if (mode !== this.#mode) {
      this.#fail(`the mode is ${mode}, and was ${this.#mode} before`, 7);
    }
  }

  #block(bytes: Buffer, start: number, end: number): void {
    const line = readBlockLine(bytes, start, end);
    if ("fault" in line) this.#fail(line.fault, line.at + 1);
    if (line.file.length > PATH_SIZE_BYTES_MAX) this.#fail("the path is too long", 1, "HP-READ-TOO-LARGE");
    let blocks = this.#files.get(line.file);
    if (blocks === undefined) {
      blocks = new FileBlocks();
      this.#files.set(line.file, blocks);
    }
    const { isNew, conflict } = blocks.add(line, this.line);
    if (conflict !== null) {
      const detail = `${clip(line.file, 200)}:${line.span} has ${line.statements} statements here`;
      this.#fail(`${detail} and ${conflict.line.statements} on line ${conflict.at}`, 1);
    }
    if (isNew) this.#bound(line);
    if (line.isSaturated) {
      this.#remarks.add("hits-saturated", this.line, null, "a count is larger than 64 bits and was taken as 2^64");
    }
  }

  #bound({ startLine, endLine, statements }: BlockLine): void {
    this.#span += endLine - startLine + 1 + statements;
    if (this.#span > SPAN_MAX) {
      this.#fail(`the blocks span more than ${SPAN_MAX} lines and statements`, 1, "HP-READ-TOO-LARGE");
    }
  }

  #fail(
    detail: string,
    column: number,
    code: "HP-READ-SYNTAX" | "HP-READ-TRUNCATED" | "HP-READ-TOO-LARGE" | "HP-READ-NOT-THE-FORMAT" = "HP-READ-SYNTAX",
  ): never {
    // What makes no sense on a line whose end is missing was cut off there.
    const isCut = code === "HP-READ-SYNTAX" && this.#isUnended;
    throw new HoldpointError(isCut ? "HP-READ-TRUNCATED" : code, detail, { file: this.#file, line: this.line, column });
  }
}
