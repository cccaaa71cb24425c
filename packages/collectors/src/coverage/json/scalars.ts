import type { ErrorCode } from "@holdpoint/core";
import { LINE_MAX } from "../counts/line-hits.ts";
import { ARRAY_ENDS, COMMA, LINE_FEED, OBJECT_ENDS, QUOTE } from "./bytes.ts";
import { JsonFault, shownByte } from "./fault.ts";
import type { JsonKind } from "./kind.ts";
import { kindOf, namedKind } from "./kind.ts";
import { scanNumber } from "./scan-number.ts";
import { scanString } from "./scan-string.ts";
import { scanWord } from "./scan-word.ts";
import { PieceTexts } from "./strings.ts";

/** So many digits are always exact in a double. */
const EXACT_DIGITS_MAX = 15;

/**
 * Reads values of JSON that hold no others. It stands at the first byte of a value; each of `text`, `number`, `count`,
 * `line` and `truth` goes over exactly one and the space behind it, or throws `JsonFault` with its offset.
 */
export abstract class JsonScalars {
  /** Offset of the value that comes next. */
  at = 0;
  protected bytes: Buffer;
  readonly #texts = new PieceTexts();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  kind(): JsonKind {
    return kindOf(this.bytes[this.at]);
  }

  text(): string {
    if (this.bytes[this.at] !== QUOTE) this.failKind("a text");
    const text = this.string();
    this.space();
    return text;
  }

  /** A count of executions: an integer from 0, of any size. */
  count(): number {
    const start = this.at;
    if (this.kind() !== "number") this.failKind("a count, an integer from 0");
    const value = this.number();
    if (value >= 0 && (Number.isInteger(value) || value === Number.POSITIVE_INFINITY)) return value;
    return this.fail("must be a count, an integer from 0", start);
  }

  /** The number of a line, from 1. */
  line(): number {
    const start = this.at;
    if (this.kind() !== "number") this.failKind("the number of a line");
    const value = this.number();
    if (Number.isInteger(value) && value >= 1 && value <= LINE_MAX) return value;
    return this.fail("must be the number of a line", start);
  }

  /** Any number; `Infinity` for one that no double holds. */
  number(): number {
    const start = this.at;
    if (this.kind() !== "number") this.failKind("a number");
    const bytes = this.bytes;
    let value = 0;
    let at = start;
    let byte = bytes[at];
    while (byte !== undefined && byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + (byte - 0x30);
      at += 1;
      byte = bytes[at];
    }
    const isPlain = byte === COMMA || byte === ARRAY_ENDS || byte === OBJECT_ENDS || byte === LINE_FEED;
    if (!isPlain || at === start || at - start > EXACT_DIGITS_MAX || (bytes[start] === 0x30 && at > start + 1)) {
      at = scanNumber(bytes, start);
      value = Number(bytes.toString("latin1", start, at));
    }
    this.at = at;
    this.space();
    return value;
  }

  truth(): boolean {
    if (this.kind() !== "boolean") this.failKind("true or false");
    const isTrue = this.bytes[this.at] === 0x74;
    this.at = scanWord(this.bytes, this.at, isTrue ? "true" : "false");
    this.space();
    return isTrue;
  }

  /** Goes over a `null` and says so; false, and nothing happens, at anything else. */
  isNull(): boolean {
    if (this.bytes[this.at] !== 0x6e) return false;
    this.at = scanWord(this.bytes, this.at, "null");
    this.space();
    return true;
  }

  /** @param offset of what is meant; the next value when it is left out */
  fail(detail: string, offset: number = this.at, code: ErrorCode = "HP-READ-SYNTAX"): never {
    throw new JsonFault(code, detail, offset);
  }

  /** For a document that is JSON, and of another format. */
  failFormat(detail: string, offset: number = this.at): never {
    if (offset === this.at && this.kind() === "nothing") this.failKind("a value");
    return this.fail(detail, offset, "HP-READ-NOT-THE-FORMAT");
  }

  protected string(): string {
    const start = this.at + 1;
    const end = scanString(this.bytes, start);
    if (end >= 0) {
      this.at = end + 1;
      return this.#texts.of(this.bytes, start, end);
    }
    this.at = ~end + 1;
    return JSON.parse(this.bytes.toString("utf8", start - 1, this.at)) as string;
  }

  protected failKind(wanted: string): never {
    this.expectMore();
    if (this.kind() === "nothing") this.fail(`${this.shown()} begins no value`);
    return this.fail(`must be ${wanted}, not ${namedKind(this.kind())}`);
  }

  protected expectMore(): void {
    if (this.at >= this.bytes.length) this.fail("the file ends in the middle of a value", this.at, "HP-READ-TRUNCATED");
  }

  protected shown(): string {
    return shownByte(this.bytes[this.at]);
  }

  protected space(): void {
    let byte = this.bytes[this.at];
    while (byte === 0x20 || byte === LINE_FEED || byte === 0x0d || byte === 0x09) {
      this.at += 1;
      byte = this.bytes[this.at];
    }
  }
}
