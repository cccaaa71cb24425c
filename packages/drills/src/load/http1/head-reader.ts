import { COLON, CR, DIGIT_0, DIGIT_9, LF, SPACE, TAB, TOKEN_BYTE, VALUE_BYTE } from "./bytes.ts";
import type { Http1Fault } from "./fault.ts";
import type { Http1Limits } from "./limits.ts";

const VERSION_PREFIX = Buffer.from("HTTP/1.", "latin1");
const VERSION_AT = VERSION_PREFIX.length;
const CODE_AT = VERSION_AT + 2;
const CODE_END = CODE_AT + 3;
const NAME_PREFIX_BYTES = 5;

const STATUS_LINE = 0;
const REASON = 1;
const LINE_START = 2;
const NAME = 3;
const BEFORE_VALUE = 4;
const VALUE = 5;
const LINE_LF = 6;
const END_LF = 7;
const DONE = 8;

/** Offsets of a header that are kept: start and end of its name, start and end of its value with trailing space. */
const OFFSETS = 4;

/**
 * Reads status line and headers, or trailers, from any split of their bytes; strict as RFC 9112 wants it of a sender:
 * every line ends in CR LF, no space before the colon, no folded header. What was read can be asked once `done`.
 */
export class HeadReader {
  readonly #headersMax: number;
  readonly #offsets: Int32Array;
  #bytesMax: number;
  #bytes: Buffer = Buffer.allocUnsafe(1024);
  #size = 0;
  #state = STATUS_LINE;
  #tooLarge: Http1Fault = "head-too-large";
  fault: Http1Fault | null = null;
  status = 0;
  minorVersion = 0;
  headers = 0;

  constructor({ headersMax, headBytesMax }: Http1Limits) {
    this.#headersMax = headersMax;
    this.#bytesMax = headBytesMax;
    this.#offsets = new Int32Array(headersMax * OFFSETS);
  }

  get done(): boolean {
    return this.#state === DONE;
  }

  /** As read so far, with its line ends; overwritten by the next head. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#size);
  }

  startHead(bytesMax: number): void {
    this.#start(STATUS_LINE, bytesMax, "head-too-large");
  }

  startTrailers(bytesMax: number): void {
    this.#start(LINE_START, bytesMax, "trailers-too-large");
  }

  /** Name of a header as it was sent. */
  name(index: number): string {
    const at = index * OFFSETS;
    return this.#bytes.toString("latin1", this.#offsets[at], this.#offsets[at + 1]);
  }

  nameLength(index: number): number {
    const at = index * OFFSETS;
    return (this.#offsets[at + 1] ?? 0) - (this.#offsets[at] ?? 0);
  }

  /** Value of a header without the space around it. */
  value(index: number): string {
    const at = index * OFFSETS;
    return this.#bytes.toString("latin1", this.#offsets[at + 2], this.#offsets[at + 3]).trimEnd();
  }

  /** @returns where it stopped: at the end of the head, of the bytes, or at a `fault` */
  read(bytes: Buffer, from: number, to: number): number {
    const limit = Math.min(to, from + this.#bytesMax - this.#size);
    let at = from;
    while (at < limit && this.#state !== DONE && this.fault === null) at = this.#step(bytes, from, at, limit);
    if (this.fault === null && this.#state !== DONE && limit < to) this.fault = this.#tooLarge;
    this.#keep(bytes, from, at);
    return at;
  }

  #start(state: number, bytesMax: number, tooLarge: Http1Fault): void {
    this.#state = state;
    this.#bytesMax = bytesMax;
    this.#tooLarge = tooLarge;
    this.#size = 0;
    this.fault = null;
    this.status = 0;
    this.headers = 0;
  }

  #keep(bytes: Buffer, from: number, to: number): void {
    const size = this.#size + to - from;
    if (size > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(size, Math.min(this.#bytes.length * 2, this.#bytesMax)));
      this.#bytes.copy(larger, 0, 0, this.#size);
      this.#bytes = larger;
    }
    bytes.copy(this.#bytes, this.#size, from, to);
    this.#size = size;
  }

  /** One byte, or all of them that stay in one state. */
  #step(bytes: Buffer, from: number, start: number, limit: number): number {
    let at = start;
    const byte = bytes[at] ?? 0;
    const offset = this.#size + at - from;
    switch (this.#state) {
      case STATUS_LINE:
        this.#statusByte(byte, offset);
        return at + 1;
      case LINE_START:
        return this.#lineStart(byte, offset) ? at + 1 : at;
      case NAME:
        while (at < limit && TOKEN_BYTE[bytes[at] ?? 0] === 1) at += 1;
        return at < limit ? this.#nameEnd(bytes[at] ?? 0, this.#size + at - from) + at : at;
      case BEFORE_VALUE:
        while (at < limit && (bytes[at] === SPACE || bytes[at] === TAB)) at += 1;
        if (at < limit) {
          this.#offsets[this.headers * OFFSETS + 2] = this.#size + at - from;
          this.#state = VALUE;
        }
        return at;
      case VALUE:
      case REASON:
        while (at < limit && VALUE_BYTE[bytes[at] ?? 0] === 1) at += 1;
        return at < limit ? this.#valueEnd(bytes[at] ?? 0, this.#size + at - from) + at : at;
      default:
        this.#lineFeed(byte);
        return at + 1;
    }
  }

  #statusByte(byte: number, offset: number): void {
    if (offset < VERSION_AT) {
      if (byte !== VERSION_PREFIX[offset]) this.fault = offset < NAME_PREFIX_BYTES ? "status-line" : "version";
    } else if (offset === VERSION_AT) {
      this.minorVersion = byte - DIGIT_0;
      if (this.minorVersion !== 0 && this.minorVersion !== 1) this.fault = "version";
    } else if (offset < CODE_AT) {
      if (byte !== SPACE) this.fault = "status-line";
    } else if (offset < CODE_END) {
      if (byte < DIGIT_0 || byte > DIGIT_9 || (offset === CODE_AT && byte === DIGIT_0)) this.fault = "status-line";
      this.status = this.status * 10 + byte - DIGIT_0;
    } else if (byte === SPACE) this.#state = REASON;
    // The space before an empty reason is asked for and often left out.
    else if (byte === CR) this.#state = LINE_LF;
    else this.fault = byte === LF ? "line-end" : "status-line";
  }

  /** @returns false when the byte belongs to the name */
  #lineStart(byte: number, offset: number): boolean {
    if (byte === CR) {
      this.#state = END_LF;
      return true;
    }
    if (byte === SPACE || byte === TAB) this.fault = "folded-header";
    else if (byte === LF) this.fault = "line-end";
    else if (TOKEN_BYTE[byte] !== 1) this.fault = "header-line";
    else if (this.headers === this.#headersMax) this.fault = "too-many-headers";
    else {
      this.#offsets[this.headers * OFFSETS] = offset;
      this.#state = NAME;
    }
    return false;
  }

  #nameEnd(byte: number, offset: number): number {
    if (byte !== COLON) {
      this.fault = "header-line";
      return 0;
    }
    this.#offsets[this.headers * OFFSETS + 1] = offset;
    this.#state = BEFORE_VALUE;
    return 1;
  }

  #valueEnd(byte: number, offset: number): number {
    if (byte !== CR) {
      this.fault = byte === LF ? "line-end" : this.#state === REASON ? "status-line" : "header-line";
      return 0;
    }
    if (this.#state === VALUE) {
      this.#offsets[this.headers * OFFSETS + 3] = offset;
      this.headers += 1;
    }
    this.#state = LINE_LF;
    return 1;
  }

  #lineFeed(byte: number): void {
    if (byte !== LF) this.fault = "line-end";
    else this.#state = this.#state === END_LF ? DONE : LINE_START;
  }
}
