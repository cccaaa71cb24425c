import type { Plant, PlantScene, TestCase, TestResultsBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { testCase, testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  const cases = [testCase("adds an item"), testCase("empties the cart"), testCase("is new", { status: "skipped" })];
  const passed = cases.slice(0, 2).map((test) => test.id);
  return {
    bodies: { [KIND.testResults]: [testResults({ cases })] },
    baselineFacts: { tests: { suites: [{ suite: "unit", tests: 2, failed: 0, skipped: 0, passed }] } },
    baselineGates: judgedThen("tests", "inherited-tests-present"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "broken-again",
    harm: "a test that passed at the last promotion fails",
    expect: { outcome: "fail", code: "now-failing" },
    plant: (scene) =>
      withCases(scene, (cases) => cases.map((test, at) => (at === 0 ? { ...test, status: "failed" } : test))),
  },
  {
    id: "deleted",
    harm: "a test that passed at the last promotion is deleted",
    expect: { outcome: "fail", code: "now-gone" },
    plant: (scene) => withCases(scene, (cases) => cases.slice(1)),
  },
  {
    id: "skipped-quietly",
    harm: "a test that passed at the last promotion is skipped",
    expect: { outcome: "fail", code: "now-skipped" },
    plant: (scene) =>
      withCases(scene, (cases) => cases.map((test, at) => (at === 0 ? { ...test, status: "skipped" } : test))),
  },
  {
    id: "no-list",
    harm: "the last promotion did not judge tests",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function withCases(scene: PlantScene, change: (cases: readonly TestCase[]) => readonly TestCase[]): PlantScene {
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) => ({ ...body, cases: change(body.cases) }));
}
