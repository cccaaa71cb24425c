import { isUtf8 } from "node:buffer";

/** Checks that pieces of a text, cut anywhere, are UTF-8 together. */
export class Utf8Pieces {
  /** Bytes of a character that the last piece began, and how many of them there are. */
  readonly #open: Buffer = Buffer.alloc(4);
  #openCount = 0;

  /** Offset of the first character that cannot be right, below 0 when it began in pieces before; null: sound. */
  check(piece: Buffer): number | null {
    let start = 0;
    while (this.#openCount > 0 && start < piece.length) {
      this.#open[this.#openCount] = piece[start] ?? 0;
      this.#openCount += 1;
      start += 1;
      const isWhole = this.#openCount === sizeOf(this.#open[0] ?? 0);
      if (!isWhole && ((piece[start - 1] ?? 0) & 0xc0) === 0x80) continue;
      if (!isWhole || !isUtf8(this.#open.subarray(0, this.#openCount))) return start - this.#openCount;
      this.#openCount = 0;
    }
    const end = wholeEnd(piece, start);
    this.#openCount += piece.copy(this.#open, this.#openCount, end);
    const whole = piece.subarray(start, end);
    return isUtf8(whole) ? null : start + firstInvalid(whole);
  }
}

/** Offset before a character that the piece begins and does not end. */
function wholeEnd(piece: Buffer, start: number): number {
  for (let back = 1; back <= 3 && piece.length - back >= start; back += 1) {
    const byte = piece[piece.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return isLead(byte) && sizeOf(byte) > back ? piece.length - back : piece.length;
  }
  return piece.length;
}

function firstInvalid(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const size = sizeOf(bytes[at] ?? 0);
    if (at + size > bytes.length || !isUtf8(bytes.subarray(at, at + size))) return at;
    at += size;
  }
  return at;
}

/** A byte that a character of several bytes can begin with. */
function isLead(byte: number): boolean {
  return byte >= 0xc2 && byte <= 0xf4;
}

function sizeOf(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
