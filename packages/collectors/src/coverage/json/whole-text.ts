import { isUtf8 } from "node:buffer";
import { firstInvalid } from "../../reading/utf8.ts";

const CHARACTER_SIZE_BYTES_MAX = 4;

/** Takes text of which no character is cut, and its first fault. */
export interface TextTaker {
  text(bytes: Buffer): void;
  /** What comes next is no text. */
  noText(detail: string): never;
}

/**
 * Makes sound UTF-8 without NUL out of pieces that are cut anywhere: what stands before a fault is given over before
 * that is said, and a character only when all of it is there, so that no cut makes a difference.
 */
export class WholeText {
  readonly #taker: TextTaker;
  /** Bytes of a character that the last piece began. */
  readonly #open: Buffer = Buffer.alloc(CHARACTER_SIZE_BYTES_MAX);
  #openSizeBytes = 0;

  constructor(taker: TextTaker) {
    this.#taker = taker;
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    if (this.#openSizeBytes > 0) {
      const missing = sizeOf(this.#open[0]) - this.#openSizeBytes;
      start = bytes.copy(this.#open, this.#openSizeBytes, 0, missing);
      this.#openSizeBytes += start;
      if (start < missing) return;
      const character = this.#open.subarray(0, this.#openSizeBytes);
      this.#openSizeBytes = 0;
      this.#give(character);
    }
    const end = wholeEnd(bytes, start);
    if (end > start) this.#give(bytes.subarray(start, end));
    this.#openSizeBytes = bytes.copy(this.#open, 0, end);
  }

  /** After the last piece. */
  finish(): void {
    if (this.#openSizeBytes > 0) this.#taker.noText("bytes that are not UTF-8");
  }

  #give(bytes: Buffer): void {
    const nul = bytes.indexOf(0);
    const invalid = isUtf8(bytes) ? -1 : firstInvalid(bytes);
    if (nul === -1 && invalid === -1) return this.#taker.text(bytes);
    const isNul = invalid === -1 || (nul !== -1 && nul < invalid);
    this.#taker.text(bytes.subarray(0, isNul ? nul : invalid));
    return this.#taker.noText(isNul ? "a NUL byte: this is no text file" : "bytes that are not UTF-8");
  }
}

/** Offset before a character that the piece begins and does not end. */
function wholeEnd(bytes: Buffer, start: number): number {
  for (let back = 1; back < CHARACTER_SIZE_BYTES_MAX && bytes.length - back >= start; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) !== 0x80) return sizeOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Of the character that begins with this byte; 1 where none does. */
function sizeOf(lead: number | undefined): number {
  if (lead === undefined || lead < 0xc2 || lead > 0xf4) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
