import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlanBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { plan, plannedGate } from "../../../scenes/plan.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function judged(changes: Partial<PlanBody>): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.plan]: [plan(changes)] } });
}

test("every uncovered section is located by name", () => {
  const result = judged({ coveredSections: ["L", "X"], requiredSections: ["L"] });
  assert.equal(result.outcome, "warn");
  assert.equal(result.observed, 6);
  assert.equal(result.threshold, 25);
  assert.equal(result.locations.length, 19);
  assert.equal(result.locations[0]?.text, "B Architecture & Design is not covered");
});

test("required sections are told first and all of them", () => {
  const result = judged({ coveredSections: [], requiredSections: ["L", "X", "Q"] });
  assert.equal(result.code, "required-uncovered");
  assert.match(
    result.reason,
    /^3 sections required and not covered: L Testing Strategy, Q Privacy & Data, X Release Management; 18 /,
  );
  assert.equal(result.flip, "would pass with an executed check for L, Q, X");
});

test("sections of a self gate count as covered only if the gate is in the profile", () => {
  const gates = [plannedGate("tests"), plannedGate("automation-coverage", { sections: ["S", "A"] })];
  assert.match(
    judged({ gates, requiredSections: ["Y"] }).reason,
    /^1 section required and not covered: Y Compliance & Audit/,
  );
});
