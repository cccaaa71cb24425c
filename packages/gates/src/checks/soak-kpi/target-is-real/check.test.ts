import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, judgeSceneEvidence, KIND, sceneEvidence, storeEvidence } from "@holdpoint/core";
import { soak, soakScene } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

test("one simulation among real soaks is named", () => {
  const bodies = { [KIND.soak]: [soak(), soak({ id: "toy", synthetic: true, target: "simulation" })] };
  const { outcome, reason } = judgeScene(check, { bodies });
  assert.equal(outcome, "missing");
  assert.equal(reason, "1 soak ran against a simulation, which is no release evidence: toy (simulation)");
});

test("an envelope that says synthetic is refused before the question is asked", () => {
  const [stored] = sceneEvidence(soakScene());
  assert.ok(stored !== undefined);
  const synthetic = storeEvidence({ ...stored.evidence, provenance: "synthetic" });
  assert.equal(judgeSceneEvidence(check, soakScene(), [synthetic]).code, "evidence-synthetic");
});
