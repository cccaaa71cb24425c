import { hash } from "node:crypto";

export const HASH_SIZE_BYTES = 32;

/** Root of the tree without leaves: SHA-256 of nothing (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Buffer = hash("sha256", "", "buffer");

const SCRATCH_SIZE_BYTES = 64 * 1024;
const scratch = Buffer.alloc(SCRATCH_SIZE_BYTES);
const pair = Buffer.alloc(1 + 2 * HASH_SIZE_BYTES);
pair[0] = 1;

/**
 * A hash as text of 32 characters, one a byte: several times faster to pass on than a buffer where millions are made.
 * `hashBytes` gives the bytes.
 */
export type HashText = string;

export function hashBytes(text: HashText): Buffer {
  return Buffer.from(text, "latin1");
}

export function hashText(bytes: Uint8Array): HashText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/**
 * Leaf hash of RFC 6962 section 2.1: SHA-256 of 0x00 and the record's bytes.
 *
 * @example
 * leafHash(Buffer.alloc(0)).toString("hex"); // "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
 */
export function leafHash(record: Uint8Array): Buffer {
  return hashBytes(leafText(record));
}

export function leafText(record: Uint8Array): HashText {
  const sizeBytes = record.length + 1;
  if (sizeBytes > SCRATCH_SIZE_BYTES) return hash("sha256", Buffer.concat([Buffer.of(0), record]), "binary");
  scratch[0] = 0;
  scratch.set(record, 1);
  return hash("sha256", scratch.subarray(0, sizeBytes), "binary");
}

/** Node hash of RFC 6962 section 2.1: SHA-256 of 0x01, the left and the right child's hash. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hashBytes(nodeText(hashText(left), hashText(right)));
}

export function nodeText(left: HashText, right: HashText): HashText {
  pair.write(left, 1, HASH_SIZE_BYTES, "latin1");
  pair.write(right, 1 + HASH_SIZE_BYTES, HASH_SIZE_BYTES, "latin1");
  return hash("sha256", pair, "binary");
}

/** Compares two hashes; both are public, so time does not matter. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
