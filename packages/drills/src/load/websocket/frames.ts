export const CONTINUATION = 0;
export const TEXT = 1;
export const BINARY = 2;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

export const CONTROL_FROM = 8;
export const CONTROL_BYTES_MAX = 125;

export const FIN_BIT = 0x80;
export const RESERVED_BITS = 0x70;
export const OPCODE_BITS = 0x0f;
export const MASK_BIT = 0x80;
export const LENGTH_BITS = 0x7f;

/** In place of a length: it follows in two bytes. */
export const LENGTH_16 = 126;
/** In place of a length: it follows in eight bytes. */
export const LENGTH_64 = 127;
const LENGTH_16_MAX = 0xff_ff;
const MASK_BYTES = 4;

/** One whole frame as a client sends it (RFC 6455 section 5.2). @param mask four bytes that nobody can foretell */
export function clientFrame(opcode: number, payload: Buffer, mask: Buffer): Buffer {
  const size = payload.length;
  const extended = size <= CONTROL_BYTES_MAX ? 0 : size <= LENGTH_16_MAX ? 2 : 8;
  const start = 2 + extended + MASK_BYTES;
  const frame = Buffer.allocUnsafe(start + size);
  frame[0] = FIN_BIT | opcode;
  frame[1] = MASK_BIT | (extended === 0 ? size : extended === 2 ? LENGTH_16 : LENGTH_64);
  if (extended === 2) frame.writeUInt16BE(size, 2);
  else if (extended === 8) frame.writeBigUInt64BE(BigInt(size), 2);
  mask.copy(frame, start - MASK_BYTES, 0, MASK_BYTES);
  for (let index = 0; index < size; index += 1) {
    frame[start + index] = (payload[index] ?? 0) ^ (mask[index % MASK_BYTES] ?? 0);
  }
  return frame;
}
