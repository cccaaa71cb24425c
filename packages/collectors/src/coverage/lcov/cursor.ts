import { HoldpointError } from "@holdpoint/core";
import { LINE_MAX } from "../counts/line-hits.ts";

const ZERO = 0x30;
const COMMA = 0x2c;
const SHORT_BYTES = 32;

/** The fields of one line of a report, read from its bytes; nothing of a line becomes a string unless asked for. */
export class LcovCursor {
  readonly bytes: Buffer;
  readonly file: string;
  /** Number of the line, from 1. */
  line = 0;
  /** Offset of the line's first byte. */
  start = 0;
  /** Offset after its last byte, without the line end. */
  end = 0;
  /** Offset of the field that is read next. */
  at = 0;
  #next = 0;

  constructor(bytes: Buffer, file: string) {
    this.bytes = bytes;
    this.file = file;
  }

  /** Steps to the next line; false at the end of the file. */
  nextLine(): boolean {
    if (this.#next >= this.bytes.length) return false;
    const start = this.#next;
    let end = this.#lineEnd(start);
    this.#next = end + 1;
    if (end > start && this.bytes[end - 1] === 0x0d) end -= 1;
    this.start = start;
    this.end = end;
    this.at = start;
    this.line += 1;
    return true;
  }

  /** Most lines are short, and for those a native search costs more than the walk. */
  #lineEnd(start: number): number {
    const { bytes } = this;
    const near = Math.min(start + SHORT_BYTES, bytes.length);
    for (let at = start; at < near; at += 1) if (bytes[at] === 0x0a) return at;
    const found = bytes.indexOf(0x0a, near);
    return found === -1 ? bytes.length : found;
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

  /** Whether a count of executions, of any size, is more than 0. */
  isHit(): boolean {
    return this.digits("a count of executions") > 0;
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
    code: "HP-READ-SYNTAX" | "HP-READ-TRUNCATED" | "HP-READ-NOT-THE-FORMAT" | "HP-READ-TOO-LARGE" = "HP-READ-SYNTAX",
  ): never {
    const column = this.at - this.start + 1;
    throw new HoldpointError(code, detail, { file: this.file, line: this.line, column });
  }

  /** Larger numbers lose digits, never their size: whatever a counter overflowed to, it is not less than 2^53. */
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
    return number > Number.MAX_SAFE_INTEGER ? Number.MAX_SAFE_INTEGER : number;
  }
}
