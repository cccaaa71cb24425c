import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody, SloResult } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { load, sloResult } from "../../../scenes/load.ts";
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
  assert.equal(met({ windows, interval: [290, 310] }), "pass");
  assert.equal(met({ windows: { ...windows, judged: 0 } }), "contradicts");
});

test("what failed or is undecided need not meet anything", () => {
  assert.equal(met({ outcome: "fail", interval: [310, 320] }), "pass");
  assert.equal(met({ outcome: "inconclusive", samples: 0 }), "pass");
});
