import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { asParam, component, coverage } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

function judged(measuredAt: string, critical: boolean, maxCarriedDays = 7): ReturnType<typeof judgeScene> {
  const carried = { commit: "9".repeat(40), measuredAt };
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [coverage(), coverage({ report: "process", shard: "b", carried })] },
    params: { components: asParam([component({ critical })]), maxCarriedDays },
  });
}

test("what was carried says how old it is and from which commit", () => {
  const result = judged("2026-01-01T03:04:05Z", false);
  assert.equal(result.outcome, "warn");
  assert.equal(result.reason, 'the report "process of shard b" was measured 1.0 days ago for 999999999999');
  assert.equal(result.observed, "9".repeat(40));
});

test("the age is met exactly, and one that cannot be told is too old", () => {
  assert.equal(judged("2026-01-01T03:04:05Z", false, 1).code, "carried");
  assert.equal(judged("2026-01-01T03:04:04.999Z", false, 1).code, "carried-too-old");
  assert.equal(judged("yesterday", false).code, "carried-too-old");
});

test("a critical component is told though the report is young", () => {
  const result = judged("2026-01-02T03:04:05Z", true);
  assert.match(result.reason, /, and component store is critical$/);
});
