import { HoldpointError } from "@holdpoint/core";
import { REPORT_DEPTH_MAX } from "../../reading/limits.ts";
import { ARRAY_BEGINS, ARRAY_ENDS, COLON, COMMA, OBJECT_BEGINS, OBJECT_ENDS, QUOTE } from "./bytes.ts";
import { JsonFault, misplaced, twice } from "./fault.ts";
import { KeySets } from "./key-sets.ts";
import type { Place } from "./places.ts";
import { Places } from "./places.ts";
import { JsonScalars } from "./scalars.ts";
import { scanNumber } from "./scan-number.ts";
import { scanString } from "./scan-string.ts";

/**
 * Walks once over a value of strict JSON (RFC 8259, and of RFC 7493 that no key stands twice) without building what it
 * reads: the one who reads knows what comes and asks for it. It stands at the first byte of a value; each of `object`,
 * `array`, `text`, `number`, `count`, `line`, `truth` and `skip` goes over exactly one.
 *
 * Whatever is not as asked throws `JsonFault` with its offset; `read` makes it a `HoldpointError` with its place.
 */
export class JsonCursor extends JsonScalars {
  readonly file: string;
  readonly #places: Places;
  readonly #keys = new KeySets();
  #depth = 0;

  constructor(bytes: Uint8Array, file: string) {
    super(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    this.#places = new Places(bytes);
    this.file = file;
    this.space();
  }

  /**
   * Goes on with another value of the same document. What is odd in it is placed in the whole.
   *
   * @param bytes begin with the value
   * @param base where that stands
   * @param depth of how many others it is a part
   */
  stand(bytes: Buffer, base: Place, depth: number): void {
    this.bytes = bytes;
    this.at = 0;
    this.#places.stand(bytes, base);
    this.#keys.clear();
    this.#depth = depth;
  }

  /**
   * Runs a reader over the value; a fault becomes an error with file, line and column (in bytes).
   *
   * @param end offset that the reader must reach
   */
  read<Result>(reader: (cursor: JsonCursor) => Result, end: number = this.bytes.length): Result {
    try {
      const result = reader(this);
      if (this.at < end) this.fail(`${this.shown()} follows after the value has ended`);
      return result;
    } catch (thrown) {
      throw this.errorOf(thrown);
    }
  }

  /** A fault as an error with its place, and anything else as it is. */
  errorOf(thrown: unknown): unknown {
    if (!(thrown instanceof JsonFault)) return thrown;
    return new HoldpointError(thrown.code, thrown.message, { file: this.file, ...this.place(thrown.offset) }, thrown);
  }

  /** Line and column of an offset, both from 1, the column in bytes. */
  place(offset: number): Place {
    return this.#places.of(offset);
  }

  /** @param member called at the value of each; goes over it */
  object(member: (key: string) => void): void {
    if (this.bytes[this.at] !== OBJECT_BEGINS) this.failKind("an object");
    this.#open();
    this.#keys.open();
    if (this.bytes[this.at] !== OBJECT_ENDS) {
      do {
        const start = this.at;
        const key = this.#key();
        if (!this.#keys.add(key)) throw twice(key, start);
        member(key);
      } while (this.#goesOn(OBJECT_ENDS));
    }
    this.#keys.close();
    this.#close();
  }

  /** @param item called at each, with its index; goes over it */
  array(item: (index: number) => void): void {
    if (this.bytes[this.at] !== ARRAY_BEGINS) this.failKind("an array");
    this.#open();
    if (this.bytes[this.at] !== ARRAY_ENDS) {
      let index = 0;
      do {
        item(index);
        index += 1;
      } while (this.#goesOn(ARRAY_ENDS));
    }
    this.#close();
  }

  /** Goes over any value, and sees to it that it is JSON. */
  skip(): void {
    switch (this.kind()) {
      case "object":
        return this.object(() => this.skip());
      case "array":
        return this.array(() => this.skip());
      case "string": {
        const end = scanString(this.bytes, this.at + 1);
        this.at = (end < 0 ? ~end : end) + 1;
        return this.space();
      }
      case "number":
        this.at = scanNumber(this.bytes, this.at);
        return this.space();
      case "boolean":
        return void this.truth();
      case "null":
        return void this.isNull();
      case "nothing":
        return this.failKind("a value");
    }
  }

  #open(): void {
    this.#depth += 1;
    if (this.#depth > REPORT_DEPTH_MAX) {
      this.fail(`nested deeper than ${REPORT_DEPTH_MAX} levels`, this.at, "HP-READ-DEPTH");
    }
    this.at += 1;
    this.space();
  }

  #close(): void {
    this.#depth -= 1;
    this.at += 1;
    this.space();
  }

  /** After a value: over the comma, or still at the bracket. */
  #goesOn(end: number): boolean {
    const byte = this.bytes[this.at];
    if (byte === end) return false;
    if (byte !== COMMA) {
      this.expectMore();
      throw misplaced(byte, `"," or "${String.fromCharCode(end)}"`, this.at);
    }
    this.at += 1;
    this.space();
    return true;
  }

  #key(): string {
    if (this.bytes[this.at] !== QUOTE) {
      this.expectMore();
      this.fail(`${this.shown()} begins no key`);
    }
    const key = this.string();
    this.space();
    if (this.bytes[this.at] !== COLON) {
      this.expectMore();
      throw misplaced(this.bytes[this.at], '":"', this.at);
    }
    this.at += 1;
    this.space();
    return key;
  }
}
