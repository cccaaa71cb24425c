import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clip } from "./clip.ts";
import { placeOf } from "./place.ts";

test("a clipped text is a well-formed beginning", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 20 }), (text, max) => {
      const clipped = clip(text, max);
      assert.ok(clipped.length <= max && text.startsWith(clipped));
      assert.ok(!text.isWellFormed() || clipped.isWellFormed());
      assert.ok(clipped.length >= Math.min(text.length, max) - 1);
    }),
  );
});

test("places count lines and bytes from 1", () => {
  const bytes = Buffer.from("ab\r\né\n");
  assert.deepEqual(placeOf(bytes, 0), { line: 1, column: 1 });
  assert.deepEqual(placeOf(bytes, 4), { line: 2, column: 1 });
  assert.deepEqual(placeOf(bytes, 6), { line: 2, column: 3 });
  assert.deepEqual(placeOf(bytes, 99), { line: 3, column: 1 });
});
