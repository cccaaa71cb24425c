import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync, deflateSync } from "node:zlib";
import { inflate } from "./inflate.ts";

const zeros = (count: number): Buffer => deflateSync(Buffer.alloc(count));

test("zlib is inflated as far as it may be, and no byte further", () => {
  assert.deepEqual(Buffer.from(inflate(deflateSync(Buffer.from("abc")), 100)), Buffer.from("abc"));
  assert.equal(inflate(zeros(1000), 1000).length, 1000);
  assert.throws(() => inflate(zeros(1001), 1000), { code: "ERR_BUFFER_TOO_LARGE" });
});

test("a bomb is not inflated", () => {
  const bomb = zeros(50_000_000);
  assert.ok(bomb.length < 60_000);
  assert.throws(() => inflate(bomb, 4_000_000), { code: "ERR_BUFFER_TOO_LARGE" });
});

test("what was cut off, harmed, or is of another kind throws", () => {
  const sound = deflateSync(Buffer.from("some times, one after another"));
  assert.throws(() => inflate(sound.subarray(0, -5), 1000), { code: "Z_BUF_ERROR" });
  assert.throws(() => inflate(deflateRawSync(Buffer.from("abc")), 1000), { code: "Z_DATA_ERROR" });
  assert.throws(() => inflate(new Uint8Array(), 1000), { code: "Z_BUF_ERROR" });
  const harmed = Uint8Array.from(sound, (byte, at) => (at === sound.length - 1 ? byte ^ 1 : byte));
  assert.throws(() => inflate(harmed, 1000), { code: "Z_DATA_ERROR" });
});
