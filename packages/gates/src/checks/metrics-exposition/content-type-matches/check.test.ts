import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, judgeSceneEvidence, sceneEvidence } from "@holdpoint/core";
import { exposition, expositionScene, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("pages in files have a type only where their heads were stored", () => {
  const scene = expositionScene({ contentType: null });
  const imported = sceneEvidence(scene).map(({ digest, evidence }) => ({
    digest,
    evidence: { ...evidence, provenance: "imported" as const },
  }));
  assert.equal(judgeSceneEvidence(check, scene, imported).outcome, "not-applicable");
  assert.equal(judgeScene(check, scene).code, "type-not-told");
});

test("a measured page without a type is missing also beside one that has one", () => {
  const bodies = { "metrics-exposition": [exposition(), exposition({ source: "worker", contentType: null })] };
  const result = judgeScene(check, { ...expositionScene(), bodies });
  assert.deepEqual([result.outcome, result.reason], ["missing", "1 page without a content type: worker"]);
});

test("a stored page whose type is wrong fails although others were stored without", () => {
  const wrong = exposition({ contentType: "text/html", problems: [problemOf("wrong-content-type", { line: null })] });
  const scene = { ...expositionScene(), bodies: { "metrics-exposition": [exposition({ contentType: null }), wrong] } };
  const imported = sceneEvidence(scene).map(({ digest, evidence }) => ({
    digest,
    evidence: { ...evidence, provenance: "imported" as const },
  }));
  assert.equal(judgeSceneEvidence(check, scene, imported).code, "wrong-type");
});
