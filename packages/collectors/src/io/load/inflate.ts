import { inflateSync } from "node:zlib";

/** zlib, bounded: what would become larger throws. */
export function inflate(bytes: Uint8Array, sizeMax: number): Uint8Array {
  return inflateSync(bytes, { maxOutputLength: sizeMax });
}
