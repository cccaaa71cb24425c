import { isUtf8 } from "node:buffer";
import { isCloseBody } from "./close-body.ts";
import {
  BINARY,
  CLOSE,
  CONTINUATION,
  CONTROL_BYTES_MAX,
  CONTROL_FROM,
  FIN_BIT,
  LENGTH_16,
  LENGTH_64,
  LENGTH_BITS,
  MASK_BIT,
  OPCODE_BITS,
  PING,
  PONG,
  RESERVED_BITS,
  TEXT,
} from "./frames.ts";

/** Why bytes of a server are no frames. */
export type FrameFault =
  | "reserved-bits"
  | "opcode"
  | "masked"
  | "control-frame"
  | "continuation"
  | "length"
  | "close"
  | "not-utf-8"
  | "message-too-large";

export interface FrameSink {
  /** A whole message, put together; a copy. */
  message(payload: Buffer, text: boolean): void;
  ping(payload: Buffer): void;
  /** @param payload what is to be said back: the code and its reason, or nothing */
  closed(payload: Buffer): void;
}

const HEADER_BYTES = 2;
const HEADER_BYTES_MAX = 10;
const MESSAGE_BYTES_MAX = 16 * 1024 * 1024;
/** The first bit of the longest form is 0 (section 5.2). */
const LENGTH_END = 2 ** 63;

/** Takes a server's frames apart, from any split of their bytes (RFC 6455 section 5); no extension is spoken. */
export class FrameReader {
  readonly #sink: FrameSink;
  readonly #messageBytesMax: number;
  readonly #header = Buffer.alloc(HEADER_BYTES_MAX);
  #headerSize = 0;
  #headerWanted = HEADER_BYTES;
  #inPayload = false;
  #left = 0;
  #frame: Buffer[] = [];
  #message: Buffer[] = [];
  #messageBytes = 0;
  /** Of the message under way; null between messages. */
  #messageOpcode: number | null = null;
  #ended = false;
  fault: FrameFault | null = null;

  constructor(sink: FrameSink, messageBytesMax: number = MESSAGE_BYTES_MAX) {
    this.#sink = sink;
    this.#messageBytesMax = messageBytesMax;
  }

  /** Takes bytes; they may be overwritten afterwards. After a fault or a close frame nothing more is taken. */
  read(bytes: Buffer, from: number, to: number): void {
    let at = from;
    while (at < to && this.fault === null && !this.#ended) {
      at = this.#inPayload ? this.#readPayload(bytes, at, to) : this.#readHeader(bytes, at, to);
    }
  }

  #readHeader(bytes: Buffer, from: number, to: number): number {
    const end = Math.min(to, from + this.#headerWanted - this.#headerSize);
    bytes.copy(this.#header, this.#headerSize, from, end);
    this.#headerSize += end - from;
    if (this.#headerSize < this.#headerWanted) return end;
    const length = (this.#header[1] ?? 0) & LENGTH_BITS;
    if (this.#headerWanted === HEADER_BYTES) {
      this.fault = this.#headerFault();
      this.#headerWanted += length === LENGTH_16 ? 2 : length === LENGTH_64 ? 8 : 0;
      if (this.fault !== null || this.#headerWanted > HEADER_BYTES) return end;
    }
    this.#startPayload(length);
    return end;
  }

  #headerFault(): FrameFault | null {
    const [first = 0, second = 0] = this.#header;
    const opcode = first & OPCODE_BITS;
    if ((first & RESERVED_BITS) !== 0) return "reserved-bits";
    if ((second & MASK_BIT) !== 0) return "masked";
    if (opcode >= CONTROL_FROM) {
      if (opcode > PONG) return "opcode";
      return (first & FIN_BIT) === 0 || (second & LENGTH_BITS) > CONTROL_BYTES_MAX ? "control-frame" : null;
    }
    if (opcode > BINARY) return "opcode";
    return (opcode === CONTINUATION) === (this.#messageOpcode === null) ? "continuation" : null;
  }

  #startPayload(short: number): void {
    const length = short === LENGTH_16 ? this.#header.readUInt16BE(2) : short === LENGTH_64 ? this.#long() : short;
    const least = short === LENGTH_64 ? 0x1_00_00 : short === LENGTH_16 ? LENGTH_16 : 0;
    const isControl = ((this.#header[0] ?? 0) & OPCODE_BITS) >= CONTROL_FROM;
    // The shortest form is the only one (section 5.2).
    if (length < least || length >= LENGTH_END) this.fault = "length";
    else if (!isControl && this.#messageBytes + length > this.#messageBytesMax) this.fault = "message-too-large";
    this.#left = length;
    this.#inPayload = true;
    if (length === 0 && this.fault === null) this.#endFrame();
  }

  #long(): number {
    return Number(this.#header.readBigUInt64BE(2));
  }

  #readPayload(bytes: Buffer, from: number, to: number): number {
    const end = Math.min(to, from + this.#left);
    this.#frame.push(Buffer.from(bytes.subarray(from, end)));
    this.#left -= end - from;
    if (this.#left === 0) this.#endFrame();
    return end;
  }

  #endFrame(): void {
    const first = this.#header[0] ?? 0;
    const opcode = first & OPCODE_BITS;
    const parts = this.#frame;
    this.#frame = [];
    this.#inPayload = false;
    this.#headerSize = 0;
    this.#headerWanted = HEADER_BYTES;
    if (opcode >= CONTROL_FROM) {
      this.#control(opcode, Buffer.concat(parts));
      return;
    }
    this.#messageOpcode ??= opcode;
    this.#message.push(...parts);
    for (const part of parts) this.#messageBytes += part.length;
    if ((first & FIN_BIT) !== 0) this.#endMessage(this.#messageOpcode === TEXT);
  }

  #control(opcode: number, payload: Buffer): void {
    if (opcode === PING) this.#sink.ping(payload);
    else if (opcode === CLOSE) {
      this.#ended = true;
      if (isCloseBody(payload)) this.#sink.closed(payload);
      else this.fault = "close";
    }
  }

  #endMessage(text: boolean): void {
    const payload = Buffer.concat(this.#message);
    this.#message = [];
    this.#messageBytes = 0;
    this.#messageOpcode = null;
    if (text && !isUtf8(payload)) this.fault = "not-utf-8";
    else this.#sink.message(payload, text);
  }
}
