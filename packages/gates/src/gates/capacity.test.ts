import assert from "node:assert/strict";
import { test } from "node:test";
import type { BaselineGate, JsonObject, LoadBody, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { capacityFacts } from "../evidence/capacity-facts.ts";
import { promotedLoads } from "../evidence/promoted-loads.ts";
import { climb, climbWindows } from "../scenes/climb.ts";
import { latencySummary, load } from "../scenes/load.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { capacity } from "./capacity.ts";
import { performance } from "./performance.ts";

const NEEDED: Readonly<Record<string, JsonObject>> = { "rate-held": { requiredPerS: 500 } };
const JUDGED: readonly BaselineGate[] = [
  {
    id: capacity.id,
    blocking: true,
    verdict: "PASS",
    checks: capacity.checks.map(({ definition: { id, params } }) => ({ id, outcome: "pass", params })),
  },
];

const release = (...runs: readonly LoadBody[]): PlantScene => ({ bodies: { [KIND.load]: runs } });

test("a climb that shows where the target gives way, and that it comes back, passes", () => {
  assert.equal(judgeWhole(capacity, release(climb()), NEEDED).verdict, "PASS");
});

test("without a rate that is needed nothing is promised, and nothing passes", () => {
  const result = judgeWhole(capacity, release(climb()));
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(result, "missing"), ["rate-held"]);
});

test("a run at one rate is no climb, and a climb is no run of performance", () => {
  const one = judgeWhole(capacity, release(load()), NEEDED);
  assert.equal(one.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(one, "missing"), ["climb-measured"]);
  assert.equal(judgeWhole(performance, release(load(), climb())).verdict, "PASS");
  assert.equal(judgeWhole(capacity, release(load(), climb()), NEEDED).verdict, "PASS");
});

test("a climb that ends early lets through with a warning", () => {
  const all = climbWindows().slice(0, 30);
  const count = all.reduce((sum, { completed }) => sum + completed, 0);
  const gentle = climb({ durationMs: 30_000, windows: all, due: count, sent: count, completed: count });
  const result = judgeWhole(capacity, release(gentle), NEEDED);
  assert.equal(result.verdict, "WARN");
  assert.deepEqual(ending(result, "warn"), ["limit-found"]);
  assert.deepEqual(ending(result, "not-applicable"), ["no-collapse", "recovers", "capacity-not-fallen"]);
});

test("nothing answered at any rate holds nothing", () => {
  const windows = climbWindows().map((one) => ({ ...one, completed: 0, response: null, service: null }));
  const result = judgeWhole(capacity, release(climb({ completed: 0, windows })), NEEDED);
  assert.equal(result.verdict, "FAIL");
  assert.ok(ending(result, "fail").includes("rate-held"));
});

test("less than was held at the last promotion holds the release, enough or not", () => {
  const slow = latencySummary(400, 20);
  const windows = climbWindows().map((one, at) => (at >= 25 && at < 35 ? { ...one, response: slow } : one));
  const scene = release(climb({ windows }));
  const baselineFacts = promotedLoads("capacity", capacityFacts, [climb()]);
  const params = { "rate-held": { requiredPerS: 300 } };
  const result = judgeWhole(capacity, { ...scene, baselineFacts, baselineGates: JUDGED }, params);
  assert.deepEqual(ending(result, "fail"), ["capacity-not-fallen"]);
});
