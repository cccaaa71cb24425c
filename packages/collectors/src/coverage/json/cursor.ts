import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import { REPORT_DEPTH_MAX } from "../../reading/limits.ts";
import { LINE_MAX } from "../counts/line-hits.ts";
import { JsonFault, shownByte } from "./fault.ts";
import { KeySets } from "./key-sets.ts";
import type { Place } from "./places.ts";
import { Places } from "./places.ts";
import { scanNumber } from "./scan-number.ts";
import { scanString } from "./scan-string.ts";
import { PieceTexts } from "./strings.ts";

export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null" | "nothing";

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OBJECT_BEGINS = 0x7b;
const OBJECT_ENDS = 0x7d;
const ARRAY_BEGINS = 0x5b;
const ARRAY_ENDS = 0x5d;
const SHOWN_CHARS_MAX = 40;
/** So many digits are always exact in a double. */
const EXACT_DIGITS_MAX = 15;

/**
 * Walks once over strict JSON (RFC 8259, and of RFC 7493 that no key stands twice) without building what it reads:
 * the one who reads knows what comes and asks for it. It stands at the first byte of a value; each of `object`,
 * `array`, `text`, `number`, `count`, `line`, `truth` and `skip` goes over exactly one.
 *
 * Whatever is not as asked throws `JsonFault` with its offset; `read` makes it a `HoldpointError` with its place.
 */
export class JsonCursor {
  readonly file: string;
  /** Offset of the value that comes next. */
  at = 0;
  readonly #bytes: Buffer;
  readonly #texts: PieceTexts;
  readonly #places: Places;
  readonly #keys = new KeySets();
  #depth = 0;

  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#texts = new PieceTexts(this.#bytes);
    this.#places = new Places(this.#bytes);
    this.file = file;
    this.#space();
  }

  /** Runs a reader over the whole document; a fault becomes an error with file, line and column (in bytes). */
  read<Result>(reader: (cursor: JsonCursor) => Result): Result {
    try {
      if (this.kind() === "nothing") throw this.#beginsNothing();
      const result = reader(this);
      if (this.at < this.#bytes.length) this.fail(`${this.#shown()} follows after the value has ended`);
      return result;
    } catch (thrown) {
      if (!(thrown instanceof JsonFault)) throw thrown;
      throw new HoldpointError(thrown.code, thrown.message, { file: this.file, ...this.place(thrown.offset) }, thrown);
    }
  }

  /** Line and column of an offset, both from 1, the column in bytes. */
  place(offset: number): Place {
    return this.#places.of(offset);
  }

  kind(): JsonKind {
    const byte = this.#bytes[this.at];
    if (byte === OBJECT_BEGINS) return "object";
    if (byte === ARRAY_BEGINS) return "array";
    if (byte === QUOTE) return "string";
    if (byte === 0x74 || byte === 0x66) return "boolean";
    if (byte === 0x6e) return "null";
    return byte === 0x2d || (byte !== undefined && byte >= 0x30 && byte <= 0x39) ? "number" : "nothing";
  }

  /** @param member called at the value of each; goes over it */
  object(member: (key: string) => void): void {
    if (this.#bytes[this.at] !== OBJECT_BEGINS) this.#failKind("an object");
    this.#open();
    this.#keys.open();
    if (this.#bytes[this.at] !== OBJECT_ENDS) {
      do {
        const start = this.at;
        const key = this.#key();
        if (!this.#keys.add(key)) {
          const detail = `the key ${JSON.stringify(clip(key, SHOWN_CHARS_MAX))} is there twice`;
          throw new JsonFault("HP-READ-DUPLICATE-KEY", detail, start);
        }
        member(key);
      } while (this.#goesOn(OBJECT_ENDS));
    }
    this.#keys.close();
    this.#close();
  }

  /** @param item called at each, with its index; goes over it */
  array(item: (index: number) => void): void {
    if (this.#bytes[this.at] !== ARRAY_BEGINS) this.#failKind("an array");
    this.#open();
    if (this.#bytes[this.at] !== ARRAY_ENDS) {
      let index = 0;
      do {
        item(index);
        index += 1;
      } while (this.#goesOn(ARRAY_ENDS));
    }
    this.#close();
  }

  text(): string {
    if (this.#bytes[this.at] !== QUOTE) this.#failKind("a text");
    const text = this.#string();
    this.#space();
    return text;
  }

  /** A count of executions: an integer from 0, of any size. */
  count(): number {
    const start = this.at;
    if (this.kind() !== "number") this.#failKind("a count, an integer from 0");
    const value = this.number();
    if (value >= 0 && (Number.isInteger(value) || value === Number.POSITIVE_INFINITY)) return value;
    throw new JsonFault("HP-READ-SYNTAX", "must be a count, an integer from 0", start);
  }

  /** The number of a line, from 1. */
  line(): number {
    const start = this.at;
    if (this.kind() !== "number") this.#failKind("the number of a line");
    const value = this.number();
    if (Number.isInteger(value) && value >= 1 && value <= LINE_MAX) return value;
    throw new JsonFault("HP-READ-SYNTAX", "must be the number of a line", start);
  }

  /** Any number; `Infinity` for one that no double holds. */
  number(): number {
    const start = this.at;
    if (this.kind() !== "number") this.#failKind("a number");
    let value = 0;
    let at = start;
    let byte = this.#bytes[at];
    while (byte !== undefined && byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + (byte - 0x30);
      at += 1;
      byte = this.#bytes[at];
    }
    const isPlain = byte === COMMA || byte === ARRAY_ENDS || byte === OBJECT_ENDS || byte === LINE_FEED;
    if (!isPlain || at === start || at - start > EXACT_DIGITS_MAX || (this.#bytes[start] === 0x30 && at > start + 1)) {
      at = scanNumber(this.#bytes, start);
      value = Number(this.#bytes.toString("latin1", start, at));
    }
    this.at = at;
    this.#space();
    return value;
  }

  truth(): boolean {
    const isTrue = this.#bytes[this.at] === 0x74;
    if (this.kind() !== "boolean") this.#failKind("true or false");
    this.#word(isTrue ? "true" : "false");
    return isTrue;
  }

  /** Goes over a `null` and says so; false, and nothing happens, at anything else. */
  isNull(): boolean {
    if (this.#bytes[this.at] !== 0x6e) return false;
    this.#word("null");
    return true;
  }

  /** Goes over any value, and sees to it that it is JSON. */
  skip(): void {
    switch (this.kind()) {
      case "object":
        return this.object(() => this.skip());
      case "array":
        return this.array(() => this.skip());
      case "string": {
        const end = scanString(this.#bytes, this.at + 1);
        this.at = (end < 0 ? ~end : end) + 1;
        return this.#space();
      }
      case "number":
        this.at = scanNumber(this.#bytes, this.at);
        return this.#space();
      case "boolean":
        return void this.truth();
      case "null":
        return void this.isNull();
      case "nothing":
        return this.#failKind("a value");
    }
  }

  /** @param offset of what is meant; the next value when it is left out */
  fail(detail: string, offset: number = this.at, code: ErrorCode = "HP-READ-SYNTAX"): never {
    throw new JsonFault(code, detail, offset);
  }

  /** For a document that is JSON, and of another format. */
  failFormat(detail: string, offset: number = this.at): never {
    if (offset === this.at && this.kind() === "nothing") this.#failKind("a value");
    throw new JsonFault("HP-READ-NOT-THE-FORMAT", detail, offset);
  }

  #open(): void {
    this.#depth += 1;
    if (this.#depth > REPORT_DEPTH_MAX) {
      throw new JsonFault("HP-READ-DEPTH", `nested deeper than ${REPORT_DEPTH_MAX} levels`, this.at);
    }
    this.at += 1;
    this.#space();
  }

  #close(): void {
    this.#depth -= 1;
    this.at += 1;
    this.#space();
  }

  /** After a value: over the comma, or still at the bracket. */
  #goesOn(end: number): boolean {
    const byte = this.#bytes[this.at];
    if (byte === end) return false;
    if (byte !== COMMA) {
      this.#expectMore();
      this.fail(`${this.#shown()} stands where "," or "${String.fromCharCode(end)}" must be`);
    }
    this.at += 1;
    this.#space();
    return true;
  }

  #key(): string {
    if (this.#bytes[this.at] !== QUOTE) {
      this.#expectMore();
      this.fail(`${this.#shown()} begins no key`);
    }
    const key = this.#string();
    this.#space();
    if (this.#bytes[this.at] !== COLON) {
      this.#expectMore();
      this.fail(`${this.#shown()} stands where ":" must be`);
    }
    this.at += 1;
    this.#space();
    return key;
  }

  #string(): string {
    const start = this.at + 1;
    const end = scanString(this.#bytes, start);
    if (end >= 0) {
      this.at = end + 1;
      return this.#texts.of(start, end);
    }
    this.at = ~end + 1;
    return JSON.parse(this.#bytes.toString("utf8", start - 1, this.at)) as string;
  }

  #word(word: string): void {
    for (let index = 0; index < word.length; index += 1) {
      const byte = this.#bytes[this.at + index];
      if (byte === word.charCodeAt(index)) continue;
      const isEnd = byte === undefined;
      const detail = isEnd ? `the file ends in the middle of ${word}` : `${word} is misspelled`;
      this.fail(detail, this.at + index, isEnd ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX");
    }
    this.at += word.length;
    this.#space();
  }

  #failKind(wanted: string): never {
    this.#expectMore();
    if (this.kind() === "nothing") this.fail(`${this.#shown()} begins no value`);
    return this.fail(`must be ${wanted}, not ${named(this.kind())}`);
  }

  #beginsNothing(): JsonFault {
    if (this.at >= this.#bytes.length) return new JsonFault("HP-READ-EMPTY", "there is nothing in the file", 0);
    return new JsonFault("HP-READ-NOT-THE-FORMAT", `the file begins with ${this.#shown()}, as no JSON does`, this.at);
  }

  #expectMore(): void {
    if (this.at < this.#bytes.length) return;
    throw new JsonFault("HP-READ-TRUNCATED", "the file ends in the middle of a value", this.at);
  }

  #shown(): string {
    return shownByte(this.#bytes[this.at]);
  }

  #space(): void {
    let byte = this.#bytes[this.at];
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      this.at += 1;
      byte = this.#bytes[this.at];
    }
  }
}

function named(kind: JsonKind): string {
  if (kind === "null") return kind;
  return kind === "object" || kind === "array" ? `an ${kind}` : `a ${kind}`;
}
