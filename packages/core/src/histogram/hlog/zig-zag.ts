/** A signed whole number needs at most nine bytes of which the first eight carry seven bits each. */
const BYTES_MAX = 9;

/**
 * Appends a whole number in ZigZag LEB128 as HdrHistogram V2 has it: seven bits a byte, least significant first, the
 * top bit says that more follow, and a ninth byte carries eight.
 */
export function writeZigZag(value: number, bytes: number[]): void {
  let rest = BigInt.asUintN(64, (BigInt(value) << 1n) ^ (BigInt(value) >> 63n));
  for (let written = 1; written < BYTES_MAX && rest > 127n; written += 1) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest & 255n));
}

/** Reads one number; null where the bytes end in the middle of it, or it is beyond 2^53. */
export function readZigZag(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } | null {
  let [raw, shift] = [0n, 0n];
  for (let read = 0; read < BYTES_MAX; read += 1) {
    const byte = bytes[at + read];
    if (byte === undefined) return null;
    const isLast = read === BYTES_MAX - 1;
    raw |= BigInt(isLast ? byte : byte & 127) << shift;
    shift += 7n;
    if (!isLast && byte > 127) continue;
    const value = Number((raw >> 1n) ^ -(raw & 1n));
    return Number.isSafeInteger(value) ? { value, next: at + read + 1 } : null;
  }
  return null;
}
