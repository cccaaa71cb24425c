import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { load, loadSeries } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [load(changes)] }, params });
}

test("the length is met exactly", () => {
  assert.equal(judged({ durationMs: 10_000 }).outcome, "pass");
  assert.equal(judged({ durationMs: 9999 }).code, "too-short");
  assert.equal(judged({ durationMs: 9999 }, { minDurationS: 9 }).outcome, "pass");
});

test("a tool that prints a few percentiles has measured", () => {
  const told = (over: object): Partial<LoadBody> => ({
    response: null,
    service: null,
    series: [loadSeries(10_000, { told: { count: null, min: null, mean: null, max: null, percentiles: [], ...over } })],
  });
  assert.equal(judged(told({ percentiles: [{ name: "50%", q: null, ms: 7 }] })).outcome, "pass");
  assert.equal(judged(told({ mean: 7 })).outcome, "pass");
  assert.equal(judged(told({ count: 10_000 })).code, "no-samples");
});

test("requests that all failed were measured; whether they may is another question", () => {
  const result = judged({ completed: 0, failed: 10_000 });
  assert.equal(result.outcome, "pass");
  assert.equal(result.observed, 10_000);
});

test("a run is capacity's by its arrivals or by its id, and by nothing else", () => {
  const { terms } = load();
  for (const [id, arrivals] of [
    ["capacity", ["constant"]],
    ["capacity-api", ["poisson"]],
    ["x", ["ramp", "steps"]],
  ] as const)
    assert.equal(judged({ id, terms: { ...terms, arrivals } }).code, "no-run", id);
  for (const [id, arrivals] of [
    ["capacityx", ["constant"]],
    ["x", ["ramp", "constant"]],
    ["x", []],
  ] as const)
    assert.equal(judged({ id, terms: { ...terms, arrivals } }).outcome, "pass", id);
});

test("a length that is none is an error", () => {
  assert.equal(judged({}, { minDurationS: -1 }).code, "check-threw");
});
