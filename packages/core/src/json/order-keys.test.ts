import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Json } from "../noun/json.ts";
import { CANONICAL_DEPTH_MAX, orderKeys } from "./order-keys.ts";

const parse = (text: string): Json => JSON.parse(text) as Json;

test("keys are put in order at every depth, and the value stays the same", () => {
  const { ordered, isOrderKept } = orderKeys({ b: [{ z: 1, a: 2 }], a: { d: null, c: "x" } });
  assert.equal(JSON.stringify(ordered), '{"a":{"c":"x","d":null},"b":[{"a":2,"z":1}]}');
  assert.equal(isOrderKept, true);
});

test("keys that engines move are reported, wherever they are", () => {
  for (const text of ['{"0":1}', '{"a":[{"12":1}]}', '{"4294967296":1}', '{"a":{"__proto__":1}}']) {
    assert.equal(orderKeys(parse(text)).isOrderKept, false, text);
  }
  for (const text of ['{"00":1}', '{"-1":1}', '{"1.5":1}', '{"1a":1}', '["1"]', '{"a":"__proto__"}']) {
    assert.equal(orderKeys(parse(text)).isOrderKept, true, text);
  }
});

test("where the order is reported as kept, it is kept", () => {
  const keys = fc.string({ unit: fc.constantFrom("0", "1", "a", "_", "é", "😀", "-", "!") });
  fc.assert(
    fc.property(fc.dictionary(keys, fc.nat()), (object) => {
      const { ordered, isOrderKept } = orderKeys(object);
      if (isOrderKept) assert.deepEqual(Object.keys(ordered as object), Object.keys(object).toSorted());
    }),
  );
});

test("what is looked through is not changed", () => {
  const value = { b: 1, a: [{ d: 1, c: 2 }] };
  orderKeys(value);
  assert.equal(JSON.stringify(value), '{"b":1,"a":[{"d":1,"c":2}]}');
});

test("what no JSON can carry is named", () => {
  const table: readonly (readonly [unknown, RegExp])[] = [
    [undefined, /undefined is not JSON/],
    [[() => 1], /function is not JSON/],
    [{ a: 1n }, /bigint is not JSON/],
    [{ a: Number.NaN }, /NaN is not JSON/],
    [new Date(0), /of a class/],
    [["\udc00"], /lone surrogate/],
    [{ "\ud800": 1 }, /lone surrogate/],
    [parse("[".repeat(CANONICAL_DEPTH_MAX + 2) + "]".repeat(CANONICAL_DEPTH_MAX + 2)), /deeper than 512/],
  ];
  for (const [value, message] of table) assert.throws(() => orderKeys(value as Json), { name: "TypeError", message });
});
