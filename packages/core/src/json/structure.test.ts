import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Json } from "../noun/json.ts";
import { membersOf } from "./members.ts";
import { structureOf } from "./structure.ts";

test("members and depth are counted without parsing", () => {
  const table: readonly (readonly [string, number, number])[] = [
    ["1", 0, 0],
    ["[]", 0, 1],
    ['{"a":1,"b":[{"c":2}]}', 3, 3],
    ['{"a":1,"a":2}', 2, 1],
    ['"[{:"', 0, 0],
    ['{"\\":{":"\\\\"}', 1, 1],
    ['["\\"",{"k":"\\\\"}]', 1, 2],
  ];
  for (const [text, members, depth] of table) assert.deepEqual(structureOf(text, 100), { members, depth }, text);
});

test("counting ends where the limit is exceeded, and at the end of an open string", () => {
  assert.equal(structureOf("[".repeat(1000), 10).depth, 11);
  assert.deepEqual(structureOf('["abc', 10), { members: 0, depth: 1 });
  assert.deepEqual(structureOf('"\\', 10), { members: 0, depth: 0 });
});

test("members of a value are counted at every depth", () => {
  assert.equal(membersOf(null), 0);
  assert.equal(membersOf([1, "a", { b: [{ c: 1, d: null }] }]), 3);
  assert.equal(membersOf(JSON.parse('{"__proto__":1}') as Json), 1);
});

test("a number that is not finite is noticed wherever it is", () => {
  for (const value of [Infinity, [1, -Infinity], { a: { b: [Number.NaN] } }]) assert.equal(membersOf(value), null);
  assert.equal(membersOf(Number.MAX_VALUE), 0);
});

test("text and value of whatever JSON.stringify writes have the same members", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(3), (value, indent) => {
      assert.equal(structureOf(JSON.stringify(value, null, indent), 1000).members, membersOf(value as Json));
    }),
  );
});
