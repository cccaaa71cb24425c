import assert from "node:assert/strict";
import { isUtf8 } from "node:buffer";
import { test } from "node:test";
import fc from "fast-check";
import { pieces } from "./testing.ts";
import { Utf8Pieces } from "./utf8-pieces.ts";

/** Offset in the whole of the first piece's byte that is refused; -1 when all are sound. */
function firstRefused(bytes: Uint8Array, cuts: readonly number[]): number {
  const checker = new Utf8Pieces();
  let base = 0;
  for (const piece of pieces(bytes, cuts)) {
    const at = checker.check(Buffer.from(piece));
    if (at !== null) return base + at;
    base += piece.length;
  }
  return -1;
}

test("sound text is sound however it is cut", () => {
  const bytes = Buffer.from("aé\u0800€😀z\uffff");
  for (let first = 0; first <= bytes.length; first += 1) {
    for (let second = first; second <= bytes.length; second += 1) {
      assert.equal(firstRefused(bytes, [first, second]), -1, `${first} ${second}`);
    }
  }
  assert.equal(
    firstRefused(
      bytes,
      Array.from({ length: bytes.length }, (_, at) => at),
    ),
    -1,
  );
});

test("the place of what is not UTF-8 is told", () => {
  const cases: readonly (readonly [readonly number[], number])[] = [
    [[0x61, 0x80], 1],
    [[0xc3, 0x28], 0],
    [[0x61, 0xc0, 0x80], 1],
    [[0x61, 0xed, 0xa0, 0x80], 1],
    [[0xf0, 0x9f, 0x98, 0x28, 0x61], 0],
    [[0xf5, 0x80, 0x80, 0x80], 0],
    [[0x61, 0xff], 1],
  ];
  for (const [bytes, expected] of cases)
    assert.equal(firstRefused(Uint8Array.from(bytes), []), expected, bytes.join(" "));
  assert.equal(firstRefused(Uint8Array.from([0x61, 0xf0, 0x9f, 0x28]), [2]), 1);
  assert.equal(firstRefused(Uint8Array.from([0x61, 0xf0, 0x9f, 0x98, 0x28]), [2, 3]), 1);
});

test("pieces are refused exactly when the whole is", () => {
  let refused = 0;
  const bytes = fc.array(fc.constantFrom(0x61, 0x80, 0xbf, 0xc3, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0xed), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(bytes, fc.array(fc.nat({ max: 9 }), { maxLength: 4 }), (list, cuts) => {
      const whole = Uint8Array.from([...list, 0x61, 0x61, 0x61, 0x61]);
      const at = firstRefused(whole, cuts);
      if (at !== -1) refused += 1;
      assert.equal(at === -1, isUtf8(whole));
      if (at !== -1) assert.ok(!isUtf8(whole.subarray(0, at + 4)));
    }),
    { numRuns: 3_000 },
  );
  assert.ok(refused > 500, `${refused}`);
});
