import { isUtf8 } from "node:buffer";
import type { FrameFault } from "./frame-reader.ts";

const CODE_BYTES = 2;
/** Of the protocol itself, as IANA lists them; then those of libraries and of applications (RFC 6455 section 7.4). */
const CODES: readonly (readonly [from: number, to: number])[] = [
  [1000, 1003],
  [1007, 1014],
  [3000, 4999],
];

const NORMAL = 1000;
const PROTOCOL_ERROR = 1002;
const BY_FAULT: Readonly<Partial<Record<FrameFault, number>>> = { "not-utf-8": 1007, "message-too-large": 1009 };

/** Nothing, or a code that may be sent and a reason in UTF-8 (section 5.5.1). */
export function isCloseBody(payload: Buffer): boolean {
  if (payload.length === 0) return true;
  if (payload.length < CODE_BYTES) return false;
  const code = payload.readUInt16BE(0);
  return CODES.some(([from, to]) => code >= from && code <= to) && isUtf8(payload.subarray(CODE_BYTES));
}

/** What a client says that goes: that all is well, or what was wrong with what it got. */
export function closeBody(fault: FrameFault | null): Buffer {
  const body = Buffer.alloc(CODE_BYTES);
  body.writeUInt16BE(fault === null ? NORMAL : (BY_FAULT[fault] ?? PROTOCOL_ERROR));
  return body;
}
