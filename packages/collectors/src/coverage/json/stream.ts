import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { REPORT_DEPTH_MAX } from "../../reading/limits.ts";
import { ARRAY_ENDS, COLON, COMMA, isSpace, LINE_FEED, OBJECT_ENDS, QUOTE } from "./bytes.ts";
import type { JsonCursor } from "./cursor.ts";
import { misplaced, shownByte, twice } from "./fault.ts";
import { GatheredBytes } from "./gathered.ts";
import { KeySets } from "./key-sets.ts";
import { kindOf, namedKind } from "./kind.ts";
import { Lines } from "./lines.ts";
import type { JsonArrayNode, JsonNode, JsonObjectNode } from "./node.ts";
import { JsonSpot } from "./node.ts";
import type { Place } from "./places.ts";
import { BEGIN } from "./places.ts";
import type { ValueEnd } from "./value-end.ts";
import { FoundEnd } from "./value-end.ts";
import { WholeText } from "./whole-text.ts";

/** Largest value that is kept as a whole, such as the entry of one file. */
export const ENTRY_SIZE_BYTES_MAX: number = 64 * 1024 * 1024;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** What comes next: `first` of a container may be its bracket, `more` is a comma or the bracket. */
type Awaited = "root" | "first key" | "key" | "colon" | "first item" | "value" | "more" | "nothing";

/** A container of the outer levels that has begun. */
interface Level {
  readonly node: JsonObjectNode | JsonArrayNode;
  readonly endByte: number;
  /** Of an array: items so far. */
  count: number;
  /** Of an object: the last one. */
  key: string;
}

/** A value, or a key where `read` is null, of which the end is looked for. */
interface Taking {
  readonly place: Place;
  readonly read: ((cursor: JsonCursor) => void) | null;
}

export interface JsonStreamOptions {
  /** Of one value; `ENTRY_SIZE_BYTES_MAX` when it is left out. */
  readonly entrySizeBytesMax?: number;
  readonly endOf?: (lines: Lines) => ValueEnd;
}

/**
 * Walks over a document of strict JSON (RFC 8259, UTF-8) that comes in pieces, cut anywhere. A format says what its
 * outer levels are; the values in them are gathered one at a time and read by a cursor that is placed in the whole.
 * What is found, and which fault is named, does not depend on the cuts: the first of the document, where one value
 * counts as a whole.
 *
 * @example
 * const root: JsonNode = { kind: "object", member: (key) => ({ kind: "value", read: (cursor) => cursor.skip() }) };
 * const stream = new JsonStream(new JsonCursor(Buffer.alloc(0), "a.json"), () => root);
 * for (const piece of ['{"a": [1, 2', '], "b": "\\', 'n"}']) stream.push(Buffer.from(piece));
 * stream.finish();
 */
export class JsonStream {
  readonly #cursor: JsonCursor;
  readonly #root: (spot: JsonSpot) => JsonNode;
  readonly #entrySizeBytesMax: number;
  readonly #text: WholeText;
  readonly #lines = new Lines();
  readonly #end: ValueEnd;
  readonly #gathered = new GatheredBytes();
  readonly #keys = new KeySets();
  readonly #levels: Level[] = [];
  #awaited: Awaited = "root";
  #taking: Taking | null = null;
  #isFirst = true;

  /** @param cursor is made to stand at one value after the other */
  constructor(cursor: JsonCursor, root: (spot: JsonSpot) => JsonNode, options: JsonStreamOptions = {}) {
    const { entrySizeBytesMax = ENTRY_SIZE_BYTES_MAX, endOf = (lines) => new FoundEnd(lines) } = options;
    this.#cursor = cursor;
    this.#root = root;
    this.#entrySizeBytesMax = entrySizeBytesMax;
    this.#end = endOf(this.#lines);
    this.#text = new WholeText({
      text: (bytes) => this.#scan(bytes),
      noText: (detail) => this.#fail(detail, 0, "HP-READ-ENCODING"),
    });
  }

  /** Bytes of the document that are kept because the end of their value has not come. */
  get heldSizeBytes(): number {
    return this.#gathered.sizeBytes;
  }

  /**
   * The bytes may be others once this has returned.
   *
   * @throws HoldpointError with file, line and column (in bytes): `HP-READ-ENCODING`, `-NOT-THE-FORMAT`, `-SYNTAX`,
   * `-DUPLICATE-KEY`, `-DEPTH`, `-TOO-LARGE` when one value is larger than can be kept, and what the format throws
   */
  push(chunk: Uint8Array): void {
    this.#text.push(chunk);
  }

  /** After the last piece. @throws HoldpointError `HP-READ-EMPTY`, `HP-READ-TRUNCATED` and the same */
  finish(): void {
    this.#text.finish();
    const rest = this.#gathered.take();
    if (this.#taking !== null) this.#took(this.#taking, rest, rest.length);
    if (this.#awaited === "root") this.#fail("there is nothing in the file", 0, "HP-READ-EMPTY", BEGIN);
    if (this.#awaited !== "nothing") this.#fail("the file ends in the middle of a value", 0, "HP-READ-TRUNCATED");
  }

  #scan(bytes: Buffer): void {
    const isMarked = this.#isFirst && bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
    const piece = isMarked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
    if (bytes.length > 0) this.#isFirst = false;
    let at = 0;
    while (at < piece.length) {
      at = this.#taking === null ? this.#step(piece, at) : this.#take(this.#taking, piece, at);
    }
    this.#lines.next(piece.length);
  }

  /** Goes over one byte, or over a value that begins with it; the offset behind. */
  #step(piece: Buffer, at: number): number {
    const byte = piece[at] ?? 0;
    if (isSpace(byte)) {
      if (byte === LINE_FEED) this.#lines.feed(at);
      return at + 1;
    }
    const level = this.#levels.at(-1);
    switch (this.#awaited) {
      case "root":
      case "value":
        return this.#value(level, piece, at);
      case "first item":
        return byte === ARRAY_ENDS ? this.#close(at) : this.#value(level, piece, at);
      case "first key":
        return byte === OBJECT_ENDS ? this.#close(at) : this.#key(piece, at);
      case "key":
        return this.#key(piece, at);
      case "colon":
        if (byte !== COLON) this.#fail(misplaced(byte, '":"', at).message, at);
        this.#awaited = "value";
        return at + 1;
      case "more":
        return this.#more(level?.endByte ?? 0, byte, at);
      case "nothing":
      default:
        return this.#fail(`${shownByte(byte)} follows after the value has ended`, at);
    }
  }

  #more(endByte: number, byte: number, at: number): number {
    if (byte === endByte) return this.#close(at);
    if (byte !== COMMA) this.#fail(misplaced(byte, `"," or "${String.fromCharCode(endByte)}"`, at).message, at);
    this.#awaited = endByte === OBJECT_ENDS ? "key" : "value";
    return at + 1;
  }

  #key(piece: Buffer, at: number): number {
    if (piece[at] !== QUOTE) this.#fail(`${shownByte(piece[at])} begins no key`, at);
    return this.#begin(null, this.#lines.place(at), piece, at);
  }

  #value(level: Level | undefined, piece: Buffer, at: number): number {
    const kind = kindOf(piece[at]);
    if (kind === "nothing") this.#failNothing(piece[at], at);
    const spot = new JsonSpot(this.#cursor.file, kind, this.#lines.place(at));
    const node = this.#nodeOf(level, spot);
    if (node.kind === "value") return this.#begin(node.read, spot.place, piece, at);
    if (node.kind !== kind) spot.fail(`must be ${namedKind(node.kind)}, not ${namedKind(kind)}`);
    if (this.#levels.length >= REPORT_DEPTH_MAX) {
      spot.fail(`nested deeper than ${REPORT_DEPTH_MAX} levels`, "HP-READ-DEPTH");
    }
    const isObject = node.kind === "object";
    if (isObject) this.#keys.open();
    this.#levels.push({ node, endByte: isObject ? OBJECT_ENDS : ARRAY_ENDS, count: 0, key: "" });
    this.#awaited = isObject ? "first key" : "first item";
    return at + 1;
  }

  #nodeOf(level: Level | undefined, spot: JsonSpot): JsonNode {
    if (level === undefined) return this.#root(spot);
    if (level.node.kind === "object") return level.node.member(level.key, spot);
    level.count += 1;
    return level.node.item(level.count - 1, spot);
  }

  #close(at: number): number {
    const node = this.#levels.pop()?.node;
    if (node?.kind === "object") this.#keys.close();
    node?.end?.();
    this.#ended();
    return at + 1;
  }

  #begin(read: Taking["read"], place: Place, piece: Buffer, at: number): number {
    this.#taking = { place, read };
    this.#end.begin(piece[at] ?? 0);
    return this.#take(this.#taking, piece, at);
  }

  /** Goes on to the end of a value, or of the piece. */
  #take(taking: Taking, piece: Buffer, start: number): number {
    const end = this.#end.find(piece, start);
    const sizeBytes = this.#gathered.sizeBytes + (end === -1 ? piece.length : end) - start;
    if (sizeBytes > this.#entrySizeBytesMax) {
      const detail = `a value is larger than ${this.#entrySizeBytesMax} bytes`;
      this.#fail(detail, start, "HP-READ-TOO-LARGE", taking.place);
    }
    if (end === -1) {
      this.#gathered.add(piece.subarray(start));
      return piece.length;
    }
    // Of a number or a word the byte behind it says that it has ended, and is not cut off.
    let bytes = piece.subarray(start, this.#end.isBare ? end + 1 : end);
    if (this.#gathered.sizeBytes > 0) {
      this.#gathered.add(bytes);
      bytes = this.#gathered.take();
    }
    this.#took(taking, bytes, sizeBytes);
    return end;
  }

  #took({ place, read }: Taking, bytes: Buffer, sizeBytes: number): void {
    this.#taking = null;
    this.#cursor.stand(bytes, place, this.#levels.length);
    if (read !== null) {
      this.#cursor.read(read, sizeBytes);
      return this.#ended();
    }
    const key = this.#cursor.read((cursor) => cursor.text());
    if (!this.#keys.add(key)) throw this.#cursor.errorOf(twice(key, 0));
    const level = this.#levels.at(-1);
    if (level !== undefined) level.key = key;
    this.#awaited = "colon";
  }

  #ended(): void {
    this.#awaited = this.#levels.length === 0 ? "nothing" : "more";
  }

  #failNothing(byte: number | undefined, at: number): never {
    if (this.#awaited !== "root") this.#fail(`${shownByte(byte)} begins no value`, at);
    return this.#fail(`the file begins with ${shownByte(byte)}, as no JSON does`, at, "HP-READ-NOT-THE-FORMAT");
  }

  #fail(detail: string, at: number, code: ErrorCode = "HP-READ-SYNTAX", place: Place = this.#lines.place(at)): never {
    throw new HoldpointError(code, detail, { file: this.#cursor.file, ...place });
  }
}
