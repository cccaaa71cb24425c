import { HoldpointError } from "@holdpoint/core";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { LINE_MAX } from "../counts/line-hits.ts";
import { LINE_SIZE_BYTES_MAX } from "../line-blocks.ts";

const ZERO = 0x30;
const COMMA = 0x2c;
const SHORT_BYTES = 48;
/** The largest count of 64 bits, and how many digits are surely below it. */
const COUNT_MAX = 2n ** 64n - 1n;
const SAFE_DIGITS = 15;

/** The fields of one line of a report, read from its bytes; nothing of a line becomes a string unless asked for. */
export class LcovCursor {
  readonly file: string;
  /** The block of lines that is read. */
  bytes: Buffer = Buffer.alloc(0);
  /** Number of the line, from 1. */
  line = 0;
  /** Offset of the line's first byte. */
  start = 0;
  /** Offset after its last byte, without the line end. */
  end = 0;
  /** Offset of the field that is read next. */
  at = 0;
  /** Column of a count on the line that was larger than 64 bits; null when there was none. */
  saturatedColumn: number | null = null;
  /** Offset of the next line. */
  next = 0;
  /** Offset after the last line of the block. */
  blockEnd = 0;

  constructor(file: string) {
    this.file = file;
  }

  /** The next lines, those between the two offsets. */
  load(bytes: Buffer, start: number, end: number): void {
    this.bytes = bytes;
    this.next = start;
    this.blockEnd = end;
  }

  /** Whether the line ends without a line feed, as only the last one of a report can. */
  get isUnended(): boolean {
    return this.next > this.blockEnd;
  }

  /** Leaves out lines that were read otherwise. */
  skipTo(next: number, lines: number): void {
    this.next = next;
    this.line += lines;
  }

  /** Steps to the next line; false at the end of the block. */
  nextLine(): boolean {
    const start = this.next;
    if (start >= this.blockEnd) return false;
    let end = this.#lineEnd(start);
    this.next = end + 1;
    this.line += 1;
    this.start = start;
    this.at = start;
    this.saturatedColumn = null;
    if (end - start > LINE_SIZE_BYTES_MAX) {
      this.fail(`a line is longer than ${LINE_SIZE_BYTES_MAX} bytes`, "HP-READ-TOO-LARGE");
    }
    if (end > start && this.bytes[end - 1] === 0x0d) end -= 1;
    this.end = end;
    return true;
  }

  /** Most lines are short, and for those a native search costs more than the walk. */
  #lineEnd(start: number): number {
    const { bytes, blockEnd } = this;
    const near = Math.min(start + SHORT_BYTES, blockEnd);
    for (let at = start; at < near; at += 1) if (bytes[at] === 0x0a) return at;
    const found = bytes.indexOf(0x0a, near);
    return found === -1 || found > blockEnd ? blockEnd : found;
  }

  /** Where the field that is read next begins, in bytes from 1. */
  get column(): number {
    return this.at - this.start + 1;
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  /** A line's number: an integer from 1. */
  lineNumber(): number {
    const number = this.integer("the number of a line");
    if (number < 1) this.fail("a line's number must be at least 1");
    return number;
  }

  /** An integer from 0 up to `LINE_MAX`; larger ones are refused. */
  integer(what: string): number {
    const number = this.digits(what);
    if (number > LINE_MAX) this.fail(`${what} must be at most ${LINE_MAX}`);
    return number;
  }

  /** A count of executions; one that is larger than 64 bits is taken as `HITS_MAX`, and noted. */
  hits(): number {
    const start = this.at;
    const number = this.digits("a count of executions");
    if (this.at - start > SAFE_DIGITS && this.#isBeyond64Bits(start)) {
      this.saturatedColumn = start - this.start + 1;
      return HITS_MAX;
    }
    return number;
  }

  /** More digits than 20 besides leading zeros are beyond; with 20 or fewer the exact number tells. */
  #isBeyond64Bits(start: number): boolean {
    let first = start;
    while (first < this.at && this.bytes[first] === ZERO) first += 1;
    if (this.at - first !== 20) return this.at - first > 20;
    return BigInt(this.bytes.toString("latin1", first, this.at)) > COUNT_MAX;
  }

  /** Steps over a comma; false when the line ends here. */
  comma(): boolean {
    if (this.isAtEnd) return false;
    if (this.bytes[this.at] !== COMMA) this.fail("expected a comma");
    this.at += 1;
    return true;
  }

  needComma(): void {
    if (!this.comma()) this.fail("a field is missing");
  }

  needEnd(): void {
    if (!this.isAtEnd) this.fail("expected the end of the line");
  }

  /** The offset of the comma that ends the field, or of the end of the line. */
  fieldEnd(): number {
    let at = this.at;
    while (at < this.end && this.bytes[at] !== COMMA) at += 1;
    return at;
  }

  /** The rest of the line, bounded. */
  rest(sizeBytesMax: number, what: string): string {
    if (this.end - this.at > sizeBytesMax)
      this.fail(`${what} is longer than ${sizeBytesMax} bytes`, "HP-READ-TOO-LARGE");
    return this.bytes.toString("utf8", this.at, this.end);
  }

  fail(
    detail: string,
    code: "HP-READ-SYNTAX" | "HP-READ-NOT-THE-FORMAT" | "HP-READ-TOO-LARGE" = "HP-READ-SYNTAX",
  ): never {
    // What makes no sense on a line whose end is missing was cut off there.
    const isCut = code === "HP-READ-SYNTAX" && this.isUnended;
    throw new HoldpointError(isCut ? "HP-READ-TRUNCATED" : code, detail, {
      file: this.file,
      line: this.line,
      column: this.column,
    });
  }

  /** A number from 0, exact up to 2^53; above that the nearest double, at most the largest. */
  digits(what: string): number {
    const { bytes, end } = this;
    let at = this.at;
    let number = 0;
    for (; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    if (at === this.at) this.fail(`${what} must be digits`);
    this.at = at;
    return Math.min(number, Number.MAX_VALUE);
  }
}
