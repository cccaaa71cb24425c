import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { resourcesScene } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

const judged = (steadyFromMs: number, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { ...resourcesScene({ steadyFromMs }), params });

test("ten seconds are enough when they were looked at often enough", () => {
  assert.equal(judged(590_000).code, "too-sparse");
  assert.equal(judged(590_000, { readingsMin: 11 }).outcome, "pass");
  assert.equal(judged(590_001, { readingsMin: 1 }).code, "too-short");
});

test("it says how long, and how long it has to be", () => {
  const { reason, flip, observed } = judged(595_000, { readingsMin: 1 });
  assert.equal(reason, "the steady part of gateway is 5000 ms, 10000 ms are needed");
  assert.deepEqual([observed, flip], [5000, "would be judged at >= 10000 ms"]);
});

test("no bounds at all still want a steady part", () => {
  assert.equal(judged(700_000, { steadyMsMin: 0, readingsMin: 0 }).code, "no-steady-part");
});
