import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, PlantScene } from "@holdpoint/core";
import { SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { dependenciesScene, direct, lockedPackage } from "../scenes/dependencies.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { dependencies } from "./dependencies.ts";

function after(promoted: PlantScene, next: PlantScene): PlantScene {
  const evidence = sceneEvidence(promoted);
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: () => evidence as never,
  };
  return { ...next, baselineFacts: { dependencies: dependencies.facts?.(input) ?? {} } };
}

test("a sound project passes its first release and the one after", () => {
  const first = judgeWhole(dependencies, dependenciesScene());
  assert.equal(first.verdict, "PASS");
  assert.deepEqual(ending(first, "not-applicable"), ["direct-as-promoted"]);
  const second = judgeWhole(dependencies, after(dependenciesScene(), dependenciesScene()));
  assert.equal(ending(second, "pass").length, dependencies.checks.length);
});

test("a dependency that came since warns, and lets through", () => {
  const next = dependenciesScene({ direct: [direct("router"), direct("fresh")] });
  const result = judgeWhole(dependencies, after(dependenciesScene(), next));
  assert.equal(result.verdict, "WARN");
  assert.deepEqual(ending(result, "warn"), ["direct-as-promoted"]);
});

test("one package can fail in several ways at once, each told by its own check", () => {
  const bad = lockedPackage("router", { integrity: null, licence: null, installScript: true });
  const result = judgeWhole(dependencies, dependenciesScene({ packages: [bad] }));
  assert.deepEqual(ending(result, "fail"), ["integrity-everywhere", "licences-allowed", "no-install-scripts"]);
});

test("nothing installed is unknown, not a pass", () => {
  const result = judgeWhole(dependencies, dependenciesScene({ installed: null, record: null }));
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(result, "missing"), [
    "installed-matches-lock",
    "nothing-extraneous",
    "install-record-unchanged",
  ]);
});

test("no dependency evidence is no release", () => {
  assert.equal(judgeWhole(dependencies, { bodies: {} }).verdict, "INCONCLUSIVE");
});
