import { HASH_SIZE_BYTES } from "./hash.ts";

/** Base64 of hashes, as proofs are written into files. */
export function hashesToBase64(hashes: readonly Uint8Array[]): string[] {
  return hashes.map((hash) => Buffer.from(hash).toString("base64"));
}

/** Null when one of them is not the base64 of a SHA-256 hash. */
export function hashesFromBase64(texts: readonly string[]): Buffer[] | null {
  const hashes = texts.map((text) => Buffer.from(text, "base64"));
  const whole = hashes.every(
    (hash, index) => hash.length === HASH_SIZE_BYTES && hash.toString("base64") === texts[index],
  );
  return whole ? hashes : null;
}
