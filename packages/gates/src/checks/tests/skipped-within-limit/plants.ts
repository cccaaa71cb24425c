import type { Plant, PlantScene, TestResultsBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { manyTests, testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  return skip({ bodies: { [KIND.testResults]: [testResults({ cases: manyTests(20) })] } }, 2);
}

export const plants: readonly Plant[] = [
  {
    id: "one-over-the-number",
    harm: "two tests are skipped where one is allowed",
    expect: { outcome: "fail", code: "too-many" },
    plant: (scene) => ({ ...scene, params: { max: 1 } }),
  },
  {
    id: "one-over-the-share",
    harm: "three of twenty tests are skipped where ten percent are allowed",
    expect: { outcome: "fail", code: "too-large-a-share" },
    plant: (scene) => skip(scene, 3),
  },
  {
    id: "all-skipped",
    harm: "every test is skipped to get the release out",
    expect: { outcome: "fail", code: "too-large-a-share" },
    plant: (scene) => skip(scene, 20),
  },
];

function skip(scene: PlantScene, number: number): PlantScene {
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) => ({
    ...body,
    cases: body.cases.map((test, index) => (index < number ? { ...test, status: "skipped" as const } : test)),
  }));
}
