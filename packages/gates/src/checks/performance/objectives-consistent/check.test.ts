import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody, SloResult } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { latencies, load, loadSeries, sloResult } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [load(changes)] }, params });
}

const met = (changes: Partial<SloResult>): string => judged({ slo: [sloResult(changes)] }).code;

test("a bound is met exactly", () => {
  assert.equal(met({ interval: [290, 300] }), "pass");
  assert.equal(met({ kind: "throughput", observed: 480, bound: 480, interval: null }), "pass");
  assert.equal(met({ kind: "throughput", observed: 479.9, bound: 480, interval: null }), "contradicts");
  assert.equal(met({ kind: "events", observed: 0.98, bound: 0.99, interval: null }), "contradicts");
});

test("where windows decide, whole-run figures do not, and there must be windows", () => {
  const windows = { judged: 8, missed: 1, inconclusive: 0 };
  const text = "p99 of response time <= 300 ms in all but 1 windows of 10 s";
  assert.equal(met({ text, windows, interval: [290, 310] }), "pass");
  assert.equal(met({ text, windows: { ...windows, missed: 2 } }), "contradicts");
  assert.equal(met({ text, windows: { ...windows, inconclusive: 1 } }), "contradicts");
  assert.equal(met({ text: "p99 of response time <= 300 ms in every window of 10 s", windows }), "contradicts");
  assert.equal(met({ windows: { ...windows, judged: 0 } }), "contradicts");
});

test("what failed or is undecided need not meet anything", () => {
  assert.equal(met({ outcome: "fail", interval: [310, 320] }), "pass");
  assert.equal(met({ outcome: "inconclusive", samples: 0 }), "pass");
});

test("an objective of a part of the run is not held against the whole of it", () => {
  const slow = { series: [{ ...loadSeries(10_000), response: latencies(10_000, 10).toSlice() }] };
  const code = (changes: Partial<SloResult>): string => judged({ ...slow, slo: [sloResult(changes)] }).code;
  assert.equal(code({}), "contradicts");
  assert.equal(code({ scope: { phase: "steady", endpoint: null, tag: null } }), "pass");
  assert.equal(code({ text: "p99 of service time <= 300 ms" }), "pass", "the other clock is as it was");
  assert.equal(code({ text: "p50 of response time <= 300 ms", observed: 200 }), "pass");
  assert.equal(code({ text: "p50 of response time <= 300 ms", observed: 190 }), "contradicts");
});
