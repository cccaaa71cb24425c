import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlanBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { artifact, artifacts } from "../../../scenes/artifacts.ts";
import { plan, plannedGate } from "../../../scenes/plan.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function judged(changes: Partial<PlanBody>): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.plan]: [plan(changes)], [KIND.artifacts]: [artifacts()] } });
}

test("a self gate leaves its artifact only afterwards, and is required all the same", () => {
  assert.equal(judged({ requiredGates: ["ledger"] }).outcome, "pass");
  assert.equal(judged({ requiredGates: ["ledger"], gates: [plannedGate("tests")] }).code, "gate-not-planned");
});

test("a gate that is not required may be unplanned", () => {
  assert.equal(judged({ requiredGates: ["tests"] }).observed, 1);
});

test("every required gate that is missing is named", () => {
  const result = judged({ requiredGates: ["coverage", "dependencies", "tests"] });
  assert.match(result.reason, /requires the gate "coverage" .*; .*requires the gate "dependencies"/);
});

test("a gate that failed was judged", () => {
  const bodies = {
    [KIND.plan]: [plan()],
    [KIND.artifacts]: [
      { artifacts: [artifact("candidate", { verdict: "FAIL" }), artifact("tests", { verdict: "INCONCLUSIVE" })] },
    ],
  };
  assert.equal(judgeScene(check, { bodies }).outcome, "pass");
});
