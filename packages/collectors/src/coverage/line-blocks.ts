import { isUtf8 } from "node:buffer";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import { assertUtf8Text } from "../reading/utf8.ts";

/** Longest line of a report that is read, in bytes. */
export const LINE_SIZE_BYTES_MAX: number = 1024 * 1024;

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Takes text in blocks of whole lines, which are valid UTF-8 without NUL. */
export interface LineScanner {
  /** Number of the last line that was scanned; 0 before the first. */
  readonly line: number;
  /** Each line between the two offsets ends with a line feed, but for the last one of a text that does not. */
  scan(bytes: Buffer, start: number, end: number): void;
}

/**
 * Makes blocks of whole lines out of pieces that are cut anywhere. What is found first does not depend on the cuts: the
 * lines before one that is no text are scanned before that is said.
 */
export class LineBlocks {
  readonly #file: string;
  readonly #scanner: LineScanner;
  /** Pieces of a line whose end has not come. */
  #carry: Buffer[] = [];
  #carrySizeBytes = 0;
  #isFirst: boolean;

  /** @param isFirst whether the text is one from its beginning, where a byte order mark may stand */
  constructor(file: string, scanner: LineScanner, isFirst = true) {
    this.#file = file;
    this.#scanner = scanner;
    this.#isFirst = isFirst;
  }

  /** @throws HoldpointError `HP-READ-ENCODING`, `HP-READ-TOO-LARGE` with line and column, and what scanning throws */
  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    if (this.#carrySizeBytes > 0) {
      const feed = bytes.indexOf(LINE_FEED);
      if (feed === -1) return this.#keep(bytes);
      this.#keep(bytes.subarray(0, feed + 1));
      this.#flush();
      start = feed + 1;
    }
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    if (end > start) this.#block(bytes.subarray(start, end));
    this.#keep(bytes.subarray(Math.max(start, end)));
  }

  /** Whether the text ended with a line feed; a last line without one is scanned too. */
  finish(): boolean {
    const isWhole = this.#carrySizeBytes === 0;
    this.#flush();
    return isWhole;
  }

  #keep(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#carry.push(Buffer.from(piece));
    this.#carrySizeBytes += piece.length;
    if (this.#carrySizeBytes > LINE_SIZE_BYTES_MAX + 1) this.#tooLong(this.#scanner.line + 1);
  }

  #flush(): void {
    const carried = this.#carry.length === 1 ? this.#carry[0] : Buffer.concat(this.#carry);
    this.#carry = [];
    this.#carrySizeBytes = 0;
    if (carried !== undefined && carried.length > 0) this.#block(carried);
  }

  #block(bytes: Buffer): void {
    const isMarked = this.#isFirst && bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
    const text = isMarked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
    this.#isFirst = false;
    if (text.includes(0) || !isUtf8(text)) this.#fail(text);
    this.#scanner.scan(text, 0, text.length);
  }

  /** Scans what stands before the line with the fault, then says what it is. */
  #fail(bytes: Buffer): never {
    let start = 0;
    for (;;) {
      const feed = bytes.indexOf(LINE_FEED, start);
      const end = feed === -1 ? bytes.length : feed + 1;
      const line = bytes.subarray(start, end);
      if (line.length > LINE_SIZE_BYTES_MAX + 1) this.#tooLong(this.#scanner.line + 1);
      try {
        assertUtf8Text(line, this.#file);
      } catch (thrown) {
        if (!isHoldpointError(thrown)) throw thrown;
        throw new HoldpointError(thrown.code, thrown.message, { ...thrown.place, line: this.#scanner.line + 1 });
      }
      this.#scanner.scan(bytes, start, end);
      start = end;
    }
  }

  #tooLong(line: number): never {
    const detail = `a line is longer than ${LINE_SIZE_BYTES_MAX} bytes`;
    throw new HoldpointError("HP-READ-TOO-LARGE", detail, { file: this.#file, line, column: 1 });
  }
}
