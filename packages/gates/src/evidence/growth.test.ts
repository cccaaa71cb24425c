import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, JsonObject, ResourcesBody } from "@holdpoint/core";
import { resources, resourceSeries } from "../scenes/resources.ts";
import type { GrowthTerms } from "./growth.ts";
import { GROWTH_REASONS, GROWTH_REASONS_WHERE_TOLD, judgeGrowth } from "./growth.ts";

const LIMITS = { limitPer24h: 1e8, resolution: 1e6 };
const RSS: GrowthTerms = { resource: "rss", noun: "resident memory", isAlwaysTold: true };

function judged(
  bodies: readonly Partial<ResourcesBody>[],
  terms = RSS,
  params: JsonObject = LIMITS,
): ReturnType<typeof judgeGrowth> {
  const of = (): unknown => bodies.map((changes) => ({ evidence: { body: resources(changes) } }));
  return judgeGrowth({ params, of } as unknown as CheckInput, terms);
}

test("of several subjects the fastest is what was observed, and each is named", () => {
  const slow = { subject: "slow", series: [resourceSeries("rss", 9e7, 900)] };
  const { outcome, observed, reason } = judged([{ subject: "flat" }, slow]);
  assert.equal(outcome, "pass");
  assert.ok(typeof observed === "number" && observed > 5e7 && observed < 1e8, `${observed}`);
  assert.match(reason, /resident memory of flat: .* per 24 h, 100\.0 MB may; resident memory of slow: /u);
});

test("what is missing stands before what leaks: it cannot be waived", () => {
  const leaking = { subject: "leaking", series: [resourceSeries("rss", 9e7, 1e5)] };
  const { outcome, code, reason } = judged([leaking, { subject: "silent", series: [] }]);
  assert.deepEqual([outcome, code], ["missing", "not-measured"]);
  assert.match(reason, /^resident memory of silent: there is no reading; resident memory of leaking: grows by/u);
});

test("a resource that not everybody tells is asked only of those who do", () => {
  const heap = { resource: "heap", noun: "heap", isAlwaysTold: false };
  const silent = { subject: "silent", series: [resourceSeries("rss", 9e7)] };
  assert.deepEqual([judged([silent], heap).outcome, judged([silent], heap).code], ["not-applicable", "not-told"]);
  assert.doesNotMatch(judged([silent, {}], heap).reason, /silent/u);
});

test("limits that are no whole numbers are refused", () => {
  for (const wrong of [{ limitPer24h: -1 }, { limitPer24h: "100 MB" }, { resolution: 0.5 }])
    assert.throws(() => judged([{}], RSS, { ...LIMITS, ...wrong }), { code: "HP-CONFIG-VALUE" });
});

test("a check that does not apply to silence cannot call it missing", () => {
  assert.ok("not-measured" in GROWTH_REASONS && !("not-measured" in GROWTH_REASONS_WHERE_TOLD));
  assert.equal(Object.keys(GROWTH_REASONS).length, Object.keys(GROWTH_REASONS_WHERE_TOLD).length + 1);
});
