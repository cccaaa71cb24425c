import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "./differences.ts";

test("equal values have no difference, whatever the key order", () => {
  assert.deepEqual(differences({ a: 1, b: [1, null] }, { b: [1, null], a: 1 }), []);
});

test("each difference is a JSON pointer", () => {
  assert.deepEqual(differences({ "a/b": { "~": 1 } }, { "a/b": { "~": 2 } }), ["/a~1b/~0"]);
  assert.deepEqual(differences({ a: [1, 2] }, { a: [1] }), ["/a/1"]);
  assert.deepEqual(differences({ a: [] }, { a: {} }), ["/a"]);
  assert.deepEqual(differences(1, 2), ["/"]);
  assert.deepEqual(differences({ a: null }, {}), ["/a"]);
});

test("the list is bounded", () => {
  const many = Array.from({ length: 100 }, (_, index) => index);
  assert.equal(
    differences(
      many,
      many.map((n) => n + 1),
    ).length,
    20,
  );
});
