import assert from "node:assert/strict";
import { test } from "node:test";
import { pooledEntropy } from "./entropy-pool.ts";

test("every byte is handed out once, in order, and drawn many at once", () => {
  let drawn = 0;
  const entropy = pooledEntropy((sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => drawn++ % 251));
  const seen: number[] = [];
  for (let request = 0; request < 2000; request += 1) seen.push(...entropy(8));
  assert.equal(seen.length, 16_000);
  assert.ok(seen.every((byte, index) => byte === index % 251));
  assert.equal(drawn, 16_384);
});

test("what does not fit into the rest of a pool comes whole from the next", () => {
  const sizes: number[] = [];
  const entropy = pooledEntropy((sizeBytes) => {
    sizes.push(sizeBytes);
    return new Uint8Array(sizeBytes).fill(sizes.length);
  });
  assert.equal(entropy(8190)[0], 1);
  assert.deepEqual(
    [...entropy(8)],
    Array.from({ length: 8 }, () => 2),
  );
  assert.equal(entropy(10_000).length, 10_000);
  assert.deepEqual(sizes, [8192, 8192, 10_000]);
});
