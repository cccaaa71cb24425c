import assert from "node:assert/strict";
import { test } from "node:test";
import type { LeafReading } from "../../evidence/soak.ts";
import { deltaOf, leafNumber } from "./change.ts";

function reading(verdict: LeafReading["verdict"], before: unknown, wanted: unknown, after: unknown): LeafReading {
  return { path: "a.b", verdict, before, wanted, after } as LeafReading;
}

test("a change is what was read back, not what was asked for", () => {
  assert.equal(deltaOf(reading("applied", 4, 6, 6)), 2);
  assert.equal(deltaOf(reading("clamped", 4, 6, 5)), 1);
  assert.equal(deltaOf(reading("ignored", 4, 6, 4)), 0);
  assert.equal(deltaOf(reading("drifted", 4, 4, 9)), 0);
  assert.equal(deltaOf(reading("applied", true, false, false)), -1);
});

test("what nobody could read counts as done", () => {
  for (const verdict of ["unreadable", "missing", "type-changed"] as const) {
    assert.equal(deltaOf(reading(verdict, 4, 6, null)), 2, verdict);
  }
  assert.equal(deltaOf(reading("unreadable", null, 6, null)), 0);
});

test("only numbers and truth values are numbers", () => {
  assert.deepEqual([leafNumber(3), leafNumber(true), leafNumber(false)], [3, 1, 0]);
  for (const value of [null, "3", Number.NaN, Infinity]) assert.equal(leafNumber(value), null);
});
