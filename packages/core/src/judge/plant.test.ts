import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOf } from "../json/digest.ts";
import type { Json } from "../noun/json.ts";
import { checkOf } from "./fixtures.test.ts";
import { judgeScene, sceneEvidence, SCENE_CANDIDATE, SCENE_NOW_MS, storeEvidence } from "./plant.ts";

test("bodies of a scene become evidence with its address", () => {
  const stored = sceneEvidence({
    bodies: { thing: [{ n: 1 }, { n: 2 }], other: ["x"] },
    inputs: { thing: [[], [{ name: "b.xml", sha256: "b".repeat(64) }]] },
    candidate: { service: "mine" },
  });
  assert.deepEqual(
    stored.map(({ evidence: { kind, body, inputs } }) => [kind, body, inputs.length]),
    [
      ["thing", { n: 1 }, 0],
      ["thing", { n: 2 }, 1],
      ["other", "x", 0],
    ],
  );
  for (const { digest, evidence } of stored) {
    assert.equal(digest, digestOf(evidence as unknown as Json));
    assert.deepEqual(evidence.candidate, { ...SCENE_CANDIDATE, service: "mine" });
    assert.ok(Date.parse(evidence.finishedAt) < SCENE_NOW_MS);
  }
});

test("the address of evidence is the one of its content", () => {
  const [stored] = sceneEvidence({ bodies: { thing: [{ n: 1 }] } });
  assert.ok(stored);
  assert.equal(storeEvidence(stored.evidence).digest, stored.digest);
  assert.notEqual(storeEvidence({ ...stored.evidence, samples: 2 }).digest, stored.digest);
});

test("a scene is judged as a blocking gate of a release would be", () => {
  const check = checkOf(
    { baseline: "required" },
    {
      judge: ({ of, baseline, candidate, nowMs }) => {
        of("thing");
        assert.equal(nowMs, SCENE_NOW_MS);
        const facts = JSON.stringify(baseline?.facts);
        const observed = `${candidate.service} after ${baseline?.candidate.service}: ${facts}`;
        return { outcome: "pass", code: "pass", observed, threshold: baseline?.gates.length ?? -1, reason: "there" };
      },
    },
  );
  assert.equal(judgeScene(check, { bodies: { thing: [1] } }).code, "baseline-missing");
  const gate = { id: "g", blocking: true, verdict: "PASS", checks: [] };
  const scene = {
    bodies: { thing: [1] },
    candidate: { service: "mine" },
    baselineFacts: { g: 1 },
    baselineGates: [gate],
  };
  const { observed, threshold } = judgeScene(check, scene);
  assert.deepEqual([observed, threshold], ['mine after scene: {"g":1}', 1]);
});
