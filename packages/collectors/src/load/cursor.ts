import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError, readJson } from "@holdpoint/core";
import { clip } from "../reading/clip.ts";
import { REPORT_DEPTH_MAX, REPORT_SIZE_BYTES_MAX } from "../reading/limits.ts";
import { AMOUNT_MAX } from "./figures.ts";

const POINTER_CHARS_MAX = 300;

/** A value in a JSON document with the JSON pointer (RFC 6901) to it, so that errors say where they are. */
export class Cursor {
  readonly #value: Json | undefined;
  readonly #pointer: string;
  readonly #file: string;

  constructor(value: Json | undefined, file: string, pointer = "") {
    this.#value = value;
    this.#file = file;
    this.#pointer = pointer;
  }

  /** Null counts as absent. */
  get isThere(): boolean {
    return this.#value !== undefined && this.#value !== null;
  }

  get isObject(): boolean {
    return this.isThere && typeof this.#value === "object" && !Array.isArray(this.#value);
  }

  at(key: string): Cursor {
    const held = this.isObject ? (this.#value as JsonObject) : {};
    return this.#inside(key, Object.hasOwn(held, key) ? held[key] : undefined);
  }

  /** Members of an object; of what is absent none. */
  entries(): (readonly [key: string, value: Cursor])[] {
    if (!this.isThere) return [];
    if (!this.isObject) this.fail("must be an object");
    return Object.entries(this.#value as JsonObject).map(([key, value]) => [key, this.#inside(key, value)]);
  }

  items(): Cursor[] {
    if (!Array.isArray(this.#value)) this.fail("must be an array");
    return (this.#value as readonly Json[]).map((value, index) => this.#inside(String(index), value));
  }

  /** A whole number from 0. */
  count(): number {
    const value = this.#value;
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    return this.fail("must be a count, an integer from 0");
  }

  countOrNull(): number | null {
    return this.isThere ? this.count() : null;
  }

  /** A time or a rate, from 0 to `AMOUNT_MAX`. */
  amount(): number {
    const value = this.#value;
    if (typeof value === "number" && value >= 0 && value <= AMOUNT_MAX) return value;
    return this.fail(`must be a number from 0 to ${AMOUNT_MAX}`);
  }

  amountOrNull(): number | null {
    return this.isThere ? this.amount() : null;
  }

  text(): string {
    return typeof this.#value === "string" ? this.#value : this.fail("must be a string");
  }

  textOrNull(): string | null {
    return this.isThere ? this.text() : null;
  }

  get value(): Json | undefined {
    return this.#value;
  }

  fail(detail: string): never {
    const pointer = clip(this.#pointer, POINTER_CHARS_MAX) || "/";
    throw new HoldpointError("HP-READ-SYNTAX", `${pointer}: ${detail}`, { file: this.#file });
  }

  #inside(key: string, value: Json | undefined): Cursor {
    return new Cursor(value, this.#file, `${this.#pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}

/**
 * A JSON document whose top is an object.
 *
 * @throws HoldpointError what `readJson` throws; `HP-READ-NOT-THE-FORMAT` for another top
 */
export function jsonDocument(bytes: Uint8Array, file: string, isFormat: (top: Cursor) => boolean): Cursor {
  const top = new Cursor(
    readJson(bytes, { file, sizeBytesMax: REPORT_SIZE_BYTES_MAX, depthMax: REPORT_DEPTH_MAX }),
    file,
  );
  if (top.isObject && isFormat(top)) return top;
  throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "the document is of another format", { file, line: 1, column: 1 });
}
