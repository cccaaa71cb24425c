import { CR, HEX_VALUE, LF, SEMICOLON, SPACE, TAB, VALUE_BYTE } from "./bytes.ts";
import type { Http1Fault } from "./fault.ts";
import type { HeadReader } from "./head-reader.ts";
import type { KeptBody } from "./kept-body.ts";
import type { Http1Limits } from "./limits.ts";

const SIZE_DIGITS_MAX = 12;

const SIZE = 0;
const BEFORE_EXTENSION = 1;
const EXTENSION = 2;
const SIZE_LF = 3;
const DATA = 4;
const DATA_CR = 5;
const DATA_LF = 6;
const TRAILERS = 7;
const DONE = 8;

/** Takes a chunked body apart, from any split of its bytes (RFC 9112 section 7.1). Trailers are read and forgotten. */
export class ChunkedReader {
  readonly #limits: Http1Limits;
  readonly #trailers: HeadReader;
  readonly #kept: KeptBody;
  #state = SIZE;
  #size = 0;
  #digits = 0;
  #extensionBytes = 0;
  fault: Http1Fault | null = null;

  constructor(limits: Http1Limits, trailers: HeadReader, kept: KeptBody) {
    this.#limits = limits;
    this.#trailers = trailers;
    this.#kept = kept;
  }

  get done(): boolean {
    return this.#state === DONE;
  }

  start(): void {
    this.#extensionBytes = 0;
    this.fault = null;
    this.#startChunk();
  }

  /** @returns where it stopped: at the body's end, the bytes' end, or at a `fault` */
  read(bytes: Buffer, from: number, to: number): number {
    let at = from;
    while (at < to && this.#state !== DONE && this.fault === null) {
      if (this.#state === DATA) at = this.#data(bytes, at, to);
      else if (this.#state === TRAILERS) at = this.#trailer(bytes, at, to);
      else {
        this.#byte(bytes[at] ?? 0);
        at += 1;
      }
    }
    return at;
  }

  #startChunk(): void {
    this.#state = SIZE;
    this.#size = 0;
    this.#digits = 0;
  }

  #data(bytes: Buffer, at: number, to: number): number {
    const end = Math.min(to, at + this.#size);
    this.fault = this.#kept.take(bytes, at, end);
    this.#size -= end - at;
    if (this.#size === 0) this.#state = DATA_CR;
    return end;
  }

  #trailer(bytes: Buffer, at: number, to: number): number {
    const end = this.#trailers.read(bytes, at, to);
    this.fault = this.#trailers.fault;
    if (this.#trailers.done) this.#state = DONE;
    return end;
  }

  #byte(byte: number): void {
    switch (this.#state) {
      case SIZE:
        this.#sizeByte(byte);
        break;
      case BEFORE_EXTENSION:
      case EXTENSION:
        this.#extensionByte(byte);
        break;
      case SIZE_LF:
        this.#sizeEnd(byte);
        break;
      default:
        this.#dataEnd(byte);
    }
  }

  #sizeByte(byte: number): void {
    const digit = HEX_VALUE[byte] ?? -1;
    if (digit >= 0) {
      this.#size = this.#size * 16 + digit;
      this.#digits += 1;
      if (this.#digits > SIZE_DIGITS_MAX) this.fault = "chunk-size";
    } else if (this.#digits === 0) this.fault = "chunk-size";
    else if (byte === CR) this.#state = SIZE_LF;
    else if (byte === SEMICOLON) this.#state = EXTENSION;
    else if (byte === SPACE || byte === TAB) this.#state = BEFORE_EXTENSION;
    else this.fault = byte === LF ? "line-end" : "chunk-size";
  }

  #extensionByte(byte: number): void {
    this.#extensionBytes += 1;
    if (this.#extensionBytes > this.#limits.extensionBytesMax) this.fault = "extensions-too-large";
    else if (this.#state === BEFORE_EXTENSION) {
      if (byte === SEMICOLON) this.#state = EXTENSION;
      else if (byte !== SPACE && byte !== TAB) this.fault = byte === LF ? "line-end" : "chunk-size";
    } else if (byte === CR) this.#state = SIZE_LF;
    else if (VALUE_BYTE[byte] !== 1) this.fault = byte === LF ? "line-end" : "chunk-size";
  }

  #sizeEnd(byte: number): void {
    if (byte !== LF) this.fault = "line-end";
    else if (this.#size > 0) this.#state = DATA;
    else {
      this.#trailers.startTrailers(this.#limits.trailerBytesMax);
      this.#state = TRAILERS;
    }
  }

  #dataEnd(byte: number): void {
    const wanted = this.#state === DATA_CR ? CR : LF;
    if (byte !== wanted) this.fault = "chunk-end";
    else if (byte === CR) this.#state = DATA_LF;
    else this.#startChunk();
  }
}
