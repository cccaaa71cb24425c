import type { Entropy } from "@holdpoint/kit";

const POOL_BYTES = 8192;

/** Hands out bytes that were drawn many at once, each once: a draw costs as much for 8 bytes as for thousands. */
export function pooledEntropy(source: Entropy): Entropy {
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  return (sizeBytes) => {
    if (sizeBytes > POOL_BYTES) return source(sizeBytes);
    if (used + sizeBytes > pool.length) {
      pool = source(POOL_BYTES);
      used = 0;
    }
    used += sizeBytes;
    return pool.subarray(used - sizeBytes, used);
  };
}
