import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { climb } from "../../../scenes/climb.ts";
import { loadTerms } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("capacity", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [climb(changes)] }, params });
}

const used = (cpuS: number, workers: number | null = 1): string =>
  judged({ terms: loadTerms({ arrivals: ["steps"], cpuS, workers }) }).outcome;

test("the share is of all workers, and met exactly", () => {
  assert.equal(used(38.25), "pass");
  assert.equal(used(38.3), "missing");
  assert.equal(used(70, 2), "pass");
  assert.equal(used(70, null), "missing");
});

test("precise pacing spins, which says nothing", () => {
  assert.equal(
    judged({ terms: loadTerms({ arrivals: ["steps"], cpuS: 45, pacing: "precise" }) }).outcome,
    "not-applicable",
  );
});
