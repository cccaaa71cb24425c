import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromBase64, toBase64 } from "./base64.ts";
import { readZigZag, writeZigZag } from "./zig-zag.ts";

function written(value: number): number[] {
  const bytes: number[] = [];
  writeZigZag(value, bytes);
  return bytes;
}

test("small numbers of either sign are one byte, seven bits a byte after that", () => {
  assert.deepEqual([0, -1, 1, -2, 63, -64, 64].map(written), [[0], [1], [2], [3], [126], [127], [128, 1]]);
  assert.deepEqual(written(-274), [0xa3, 0x04]);
});

test("every whole number is read as it was written", () => {
  const numbers = fc.array(fc.maxSafeInteger(), { minLength: 1 });
  fc.assert(
    fc.property(numbers, (all) => {
      const bytes = Uint8Array.from(all.flatMap(written));
      const read: number[] = [];
      for (let at = 0; at < bytes.length;) {
        const one = readZigZag(bytes, at) ?? assert.fail();
        read.push(one.value);
        at = one.next;
      }
      assert.deepEqual(
        read,
        all.map((value) => value + 0),
      );
    }),
  );
});

test("what breaks off, or is no number that is held exactly, is nothing", () => {
  assert.equal(readZigZag(Uint8Array.of(), 0), null);
  assert.equal(readZigZag(Uint8Array.of(255, 255), 0), null);
  assert.equal(readZigZag(new Uint8Array(9).fill(255), 0)?.value ?? null, null);
});

test("base64 is what Node writes, and nothing else is read", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      assert.equal(toBase64(bytes), text);
      assert.deepEqual(fromBase64(text), bytes);
    }),
  );
  for (const text of ["A", "AA", "AA=A", "A===", "AB==", "AA-_", "AA A", "====="])
    assert.equal(fromBase64(text), null, text);
});
