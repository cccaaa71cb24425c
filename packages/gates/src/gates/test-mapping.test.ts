import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { testMapping as mapping, untested, withoutTestsOf } from "../scenes/test-mapping.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { testMapping } from "./test-mapping.ts";

function release(body: TestMappingBody = mapping()): PlantScene {
  return { bodies: { [KIND.testMapping]: [body] } };
}

function after(promoted: PlantScene, next: PlantScene): PlantScene {
  const evidence = sceneEvidence(promoted);
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: () => evidence as never,
  };
  const checks = judgeWhole(testMapping, promoted).checks.map(({ id, outcome, params }) => ({ id, outcome, params }));
  return {
    ...next,
    baselineFacts: { "test-mapping": testMapping.facts?.(input) ?? {} },
    baselineGates: [{ id: "test-mapping", blocking: true, verdict: "PASS", checks }],
  };
}

test("a first release with a test for each module passes; what needs an earlier one does not apply", () => {
  const result = judgeWhole(testMapping, release());
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), [
    "no-untested-critical",
    "new-modules-tested",
    "no-module-lost-its-tests",
    "ratio-not-fallen",
  ]);
});

test("the same again is no worse", () => {
  const result = judgeWhole(testMapping, after(release(), release()));
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["no-untested-critical"]);
});

test("a deleted test holds for what it takes away", () => {
  const result = judgeWhole(testMapping, after(release(), release(withoutTestsOf(mapping(), "src/tax.ts"))));
  assert.deepEqual(ending(result, "fail"), ["ratio-at-least", "no-module-lost-its-tests", "ratio-not-fallen"]);
});

test("a new module without a test holds even where the ratio allows it", () => {
  const next = release({ ...mapping(), modules: [...mapping().modules, untested("src/new.ts")] });
  const params = { "ratio-not-fallen": { tolerancePoints: 20 } };
  assert.deepEqual(ending(judgeWhole(testMapping, after(release(), next), params), "fail"), ["new-modules-tested"]);
});

test("a critical component without a test holds", () => {
  const components = [{ id: "tax", paths: ["src/tax.ts"], floors: { lines: 1 }, critical: true }];
  const params = { "no-untested-critical": { components }, "ratio-at-least": { ratioPercent: 70 } };
  const result = judgeWhole(testMapping, release(withoutTestsOf(mapping(), "src/tax.ts")), params);
  assert.deepEqual(ending(result, "fail"), ["no-untested-critical"]);
});

test("no module at all is not a pass", () => {
  const result = judgeWhole(testMapping, release(mapping({ modules: [], tests: [] })));
  assert.equal(result.verdict, "FAIL");
  assert.deepEqual(ending(result, "missing"), ["ratio-at-least"]);
});
