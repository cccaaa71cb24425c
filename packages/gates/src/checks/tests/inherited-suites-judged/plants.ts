import type { Plant, PlantScene, TestResultsBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { manyTests, testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  const cases = manyTests(20);
  const passed = cases.map((test) => test.id);
  return {
    bodies: { [KIND.testResults]: [testResults({ cases }), testResults({ suite: "process", cases })] },
    baselineFacts: {
      tests: {
        suites: [
          { suite: "process", passed },
          { suite: "unit", passed },
        ],
      },
    },
    baselineGates: judgedThen("tests", "inherited-suites-judged"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "suite-taken-out",
    harm: "the suite that is slow and honest is no longer judged",
    expect: { outcome: "fail", code: "suite-gone" },
    plant: (scene) => ({
      ...scene,
      bodies: { [KIND.testResults]: (scene.bodies[KIND.testResults] ?? []).slice(0, 1) },
    }),
  },
  {
    id: "half-the-tests",
    harm: "the suite finds half of its tests since a folder was renamed",
    expect: { outcome: "fail", code: "suite-shrunk" },
    plant: (scene) =>
      withBody<TestResultsBody>(scene, KIND.testResults, (body) => ({ ...body, cases: body.cases.slice(10) })),
  },
  {
    id: "no-list",
    harm: "the last promotion did not judge tests",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: { tests: { suites: [] } } }),
  },
];
