import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom } from "@holdpoint/testkit";
import fc from "fast-check";
import { correlate, isCorrelationId, newCorrelationId } from "./correlation-id.ts";
import type { Entropy } from "./entropy.ts";

const entropy = (seed: number): Entropy => {
  const random = seededRandom(seed);
  return (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => Math.floor(random() * 256));
};
const made = (): string => "req_made";

test("the caller's id is taken as it is", () => {
  for (const id of ["a", "order-17", "A.B_c:9", "x".repeat(128), "__proto__"]) {
    assert.deepEqual(correlate(id, made), { id, refused: null });
    assert.deepEqual(correlate([id], made), { id, refused: null });
  }
});

test("what is no id is refused with its reason, and a new one made", () => {
  const refused: readonly (readonly [string | readonly string[], string])[] = [
    ["", "empty"],
    ["x".repeat(129), "too-long"],
    ["\n".repeat(200), "too-long"],
    ["two words", "characters"],
    ["a\r\nset-cookie: b", "characters"],
    ["a\n", "characters"],
    ["é", "characters"],
    ["a,b", "characters"],
    ['{"a":1}', "characters"],
    [["a", "b"], "several"],
  ];
  for (const [header, reason] of refused) {
    assert.deepEqual(correlate(header, made), { id: "req_made", refused: reason }, JSON.stringify(header));
  }
});

test("no id given is no refusal", () => {
  assert.deepEqual(correlate(undefined, made), { id: "req_made", refused: null });
  assert.deepEqual(correlate([], made), { id: "req_made", refused: null });
});

test("a made id has the form of a ULID and would be accepted", () => {
  const id = newCorrelationId(1_469_918_176_385, () => new Uint8Array(16).fill(31));
  // The time part is the example of the ULID specification.
  assert.equal(id, "req_01ARYZ6S41ZZZZZZZZZZZZZZZZ");
  assert.ok(isCorrelationId(id));
  assert.equal(
    newCorrelationId(0, () => new Uint8Array(16)),
    `req_${"0".repeat(26)}`,
  );
});

test("ids sort by time, also where the instant is none", () => {
  const zeros = (): Uint8Array => new Uint8Array(16);
  assert.equal(newCorrelationId(Number.NaN, zeros), newCorrelationId(0, zeros));
  assert.equal(newCorrelationId(-5, zeros), newCorrelationId(0, zeros));
  assert.equal(newCorrelationId(2 ** 60, zeros), newCorrelationId(2 ** 48 - 1, zeros));
  const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });
  fc.assert(
    fc.property(instant, instant, fc.integer(), (a, b, seed) => {
      const [first, second] = [newCorrelationId(a, entropy(seed)), newCorrelationId(b, entropy(seed + 1))];
      assert.match(first, /^req_[0-9A-HJKMNP-TV-Z]{26}$/);
      if (a !== b) assert.equal(first < second, a < b);
    }),
  );
});

test("ids of one millisecond differ, and a source that gives too little is refused", () => {
  const source = entropy(7);
  const ids = new Set(Array.from({ length: 2000 }, () => newCorrelationId(5, source)));
  assert.equal(ids.size, 2000);
  assert.throws(() => newCorrelationId(5, () => new Uint8Array(3)), RangeError);
});
