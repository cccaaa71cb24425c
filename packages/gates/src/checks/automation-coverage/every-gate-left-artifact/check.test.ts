import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { absentArtifact, artifact, artifacts } from "../../../scenes/artifacts.ts";
import { plan, plannedGate } from "../../../scenes/plan.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

test("where the artifact should have been is said", () => {
  const bodies = {
    [KIND.plan]: [plan()],
    [KIND.artifacts]: [{ artifacts: [artifact("candidate"), absentArtifact("tests")] }],
  };
  assert.match(
    judgeScene(check, { bodies }).reason,
    /^the gate "tests" left no artifact at reports\/audit\/tests-\d+-scene\.json$/,
  );
});

test("a gate that does not exist is another check's business", () => {
  const gates = [plannedGate("candidate"), plannedGate("tests"), plannedGate("typo", { exists: false })];
  const result = judgeScene(check, { bodies: { [KIND.plan]: [plan({ gates })], [KIND.artifacts]: [artifacts()] } });
  assert.equal(result.outcome, "pass");
  assert.equal(result.observed, 2);
});
