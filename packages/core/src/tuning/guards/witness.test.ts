import assert from "node:assert/strict";
import { test } from "node:test";
import type { Watch, Witness } from "./witness.ts";
import { distrust, keepQuiet, look, NO_STRIKES, strikesAfter, toleranceOf } from "./witness.ts";

const WATCH: Watch = { rule: "r", parameter: "a.x", kpi: "p95", expected: "fall", was: 400, until: 3 };

function seen(now: number | null, quiet: readonly number[] = [], watch: Partial<Watch> = {}): Witness["seen"] {
  return look({ ...WATCH, ...watch }, now, quiet).seen;
}

test("it fell, it rose, or it did not move by as much as a hundredth", () => {
  assert.equal(seen(390), "as-expected");
  assert.equal(seen(410), "opposite");
  assert.equal(seen(396), "none");
  assert.equal(seen(404), "none");
  assert.equal(seen(410, [], { expected: "rise" }), "as-expected");
  assert.deepEqual(look(WATCH, 390, []), {
    parameter: "a.x",
    kpi: "p95",
    expected: "fall",
    moved: -10,
    seen: "as-expected",
  });
});

test("what has no value has not been seen, and that is not none", () => {
  assert.equal(seen(null), "unknown");
  assert.equal(seen(390, [], { was: null }), "unknown");
  assert.equal(look(WATCH, null, []).moved, null);
});

test("a KPI that moves by itself has to move more than that", () => {
  assert.equal(toleranceOf(400, [30, 10, 20]), 40);
  assert.equal(toleranceOf(400, [30, 10]), 4, "two differences are not known well enough");
  assert.equal(seen(370, [30, 10, 20]), "none");
  assert.equal(seen(350, [30, 10, 20]), "as-expected");
  assert.equal(toleranceOf(0, []), 0);
  assert.deepEqual(keepQuiet([1, 2], -3), [1, 2, 3]);
  assert.equal(Array.from({ length: 40 }).reduce<readonly number[]>((kept) => keepQuiet(kept, 1), []).length, 16);
});

test("three changes without an effect make a dead knob, one with an effect absolves it", () => {
  let strikes = NO_STRIKES;
  for (const [one, expected] of [
    ["none", null],
    ["unknown", null],
    ["none", null],
    ["none", "dead"],
    ["as-expected", null],
    ["none", null],
  ] as const) {
    strikes = strikesAfter(strikes, one, true);
    assert.equal(distrust(strikes, []), expected);
  }
});

test("no effect yet is nothing when another change came first", () => {
  assert.deepEqual(strikesAfter({ none: 2, opposite: 0 }, "none", false), { none: 2, opposite: 0 });
  assert.deepEqual(strikesAfter(NO_STRIKES, "opposite", false), { none: 0, opposite: 1 });
});

test("an inverted knob takes two where the noise is known, else three", () => {
  const two = { none: 0, opposite: 2 };
  assert.equal(distrust(two, []), null);
  assert.equal(distrust(two, [1, 1, 1]), "inverted");
  assert.equal(distrust({ none: 0, opposite: 3 }, []), "inverted");
});
