import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, LeafReading } from "@holdpoint/core";
import { parameterOf } from "@holdpoint/testkit";
import { OTHER_LEAVES_MAX, otherChanges, readBack } from "./verify.ts";

const PARAMETERS = [parameterOf(), parameterOf({ path: "pool.idle" })];
const BEFORE = { pool: { size: 4, idle: 2 } };

function readings(after: Json | null): readonly LeafReading[] {
  return readBack(PARAMETERS, { before: BEFORE, after, written: [{ path: "pool.size", wanted: 6 }] });
}

function verdict(after: Json | null): string {
  return readings(after)
    .map((one) => one.verdict)
    .join();
}

test("each way in which a leaf can end has its word", () => {
  assert.equal(verdict({ pool: { size: 6, idle: 2 } }), "applied");
  assert.equal(verdict({ pool: { size: 5, idle: 2 } }), "clamped");
  assert.equal(verdict({ pool: { size: 99, idle: 2 } }), "clamped");
  assert.equal(verdict({ pool: { size: 4, idle: 2 } }), "ignored");
  assert.equal(verdict({ pool: { idle: 2 } }), "missing");
  assert.equal(verdict({ pool: { size: "6", idle: 2 } }), "type-changed");
  assert.equal(verdict({ pool: { size: 6.5, idle: 2 } }), "type-changed");
  assert.equal(verdict({ pool: { size: null, idle: 2 } }), "type-changed");
  assert.equal(verdict({ pool: { size: { now: 6 }, idle: 2 } }), "type-changed");
  assert.equal(verdict(null), "unreadable");
});

test("what was before, what was wanted and what is there stand side by side", () => {
  assert.deepEqual(readings({ pool: { size: 5, idle: 2 } }), [
    { path: "pool.size", before: 4, wanted: 6, after: 5, verdict: "clamped" },
  ]);
});

test("a parameter that was to stay as it is and did not is told", () => {
  assert.deepEqual(readings({ pool: { size: 6, idle: 9 } })[1], {
    path: "pool.idle",
    before: 2,
    wanted: 2,
    after: 9,
    verdict: "drifted",
  });
  assert.equal(readings({ pool: { size: 6 } })[1]?.verdict, "drifted");
});

test("what else changed is told by its path, declared or not known at all", () => {
  const before = { pool: { size: 4 }, generation: 1, old: true, list: [1, 2], empty: {} };
  const after = { pool: { size: 6 }, generation: 2, fresh: { deep: 1 }, list: [1, 3], empty: {} };
  assert.deepEqual(otherChanges(before, after, PARAMETERS), ["fresh.deep", "generation", "list", "old"]);
  assert.deepEqual(otherChanges(before, before, PARAMETERS), []);
});

test("however much changed, a hundred paths are told", () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index]));
  assert.equal(otherChanges({}, many, PARAMETERS).length, OTHER_LEAVES_MAX);
});
