import assert from "node:assert/strict";
import { test } from "node:test";
import type { BaselineGate, LoadBody, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { performanceFacts } from "../evidence/load-facts.ts";
import { promotedLoads } from "../evidence/promoted-loads.ts";
import { eventResult, latencySummary, load, loadTerms, sloResult } from "../scenes/load.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { performance } from "./performance.ts";

const JUDGED: readonly BaselineGate[] = [
  {
    id: performance.id,
    blocking: true,
    verdict: "PASS",
    checks: performance.checks.map(({ definition: { id, params } }) => ({ id, outcome: "pass", params })),
  },
];

function release(...runs: readonly LoadBody[]): PlantScene {
  return { bodies: { [KIND.load]: runs } };
}

function second(...runs: readonly LoadBody[]): PlantScene {
  const baselineFacts = promotedLoads("performance", performanceFacts, [load()]);
  return { ...release(...runs), baselineFacts, baselineGates: JUDGED };
}

test("a sound run passes, in a first release and in the next one", () => {
  assert.equal(judgeWhole(performance, release(load())).verdict, "PASS");
  assert.equal(judgeWhole(performance, second(load())).verdict, "PASS");
});

test("a closed tool's figures decide nothing, however good", () => {
  const wrk = load({
    tool: { name: "wrk", version: "4.1.0" },
    trust: "closed-service-only",
    target: null,
    due: null,
    response: null,
    windows: [],
    series: [],
    slo: [],
    terms: loadTerms({ model: "closed", arrivals: [], planSha256: null, testbedSha256: null }),
  });
  const result = judgeWhole(performance, release(wrk));
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(result, "missing"), ["trust-enough", "objectives-judged", "objectives-met"]);
  assert.deepEqual(ending(result, "warn"), ["figures-recompute"]);
});

test("an invalid run is inconclusive, never a failure of the target", () => {
  const slo = [sloResult({ outcome: "invalid" }), eventResult({ outcome: "invalid" })];
  const invalid = load({ validity: "invalid", reasons: [{ code: "lag", text: "late" }], slo });
  const result = judgeWhole(performance, release(invalid));
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(result, "missing"), ["run-valid", "objectives-judged", "objectives-met"]);
});

test("a missed objective fails", () => {
  const result = judgeWhole(performance, release(load({ slo: [sloResult({ outcome: "fail" })] })));
  assert.equal(result.verdict, "FAIL");
  assert.deepEqual(ending(result, "fail"), ["objectives-met"]);
});

test("all requests failed: several checks say so, none lets it through", () => {
  const slo = [eventResult({ outcome: "fail", observed: 0 })];
  const result = judgeWhole(performance, release(load({ completed: 0, failed: 10_000, slo })));
  assert.equal(result.verdict, "FAIL");
  assert.ok(ending(result, "fail").includes("failures-within"));
});

test("slower within its objectives holds the release all the same", () => {
  const slower = load({ response: latencySummary(10_000, 2), series: [] });
  assert.ok(ending(judgeWhole(performance, second(slower)), "fail").includes("not-slower"));
});

test("the run under which it was slow cannot be called a search for the limit", () => {
  const renamed = judgeWhole(performance, second(load({ id: "capacity" })));
  assert.equal(renamed.verdict, "FAIL");
  assert.deepEqual(ending(renamed, "fail"), ["no-objective-gone"]);
  assert.deepEqual(ending(renamed, "missing"), ["run-measured"]);
});
