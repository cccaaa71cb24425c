import type { Plant, PlantScene, TestResultsBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { manyTests, testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testResults]: [testResults({ cases: manyTests() })] } };
}

export const plants: readonly Plant[] = [
  {
    id: "one-flaky",
    harm: "a test passes when it is run again",
    expect: { outcome: "warn", code: "flaky" },
    plant: (scene) => flaky(scene, 1),
  },
  {
    id: "all-flaky",
    harm: "every test needs a second try",
    expect: { outcome: "fail", code: "too-many-flaky" },
    plant: (scene) => flaky(scene, 20),
  },
];

function flaky(scene: PlantScene, number: number): PlantScene {
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) => ({
    ...body,
    cases: body.cases.map((test, index) => ({ ...test, flaky: index < number })),
  }));
}
