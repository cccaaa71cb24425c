import type { Plant, PlantScene, TestResultsBody, TestStatus } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testResults]: [testResults()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "one-fails",
    harm: "the first of three tests fails",
    expect: { outcome: "fail", code: "test-failed" },
    plant: (scene) => firstEnds(scene, "failed"),
  },
  {
    id: "one-errors",
    harm: "the first of three tests throws in its set-up",
    expect: { outcome: "fail", code: "test-errored" },
    plant: (scene) => firstEnds(scene, "errored"),
  },
];

function firstEnds(scene: PlantScene, status: TestStatus): PlantScene {
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) => ({
    ...body,
    cases: body.cases.map((test, index) => (index === 0 ? { ...test, status, message: "expected 1, got 2" } : test)),
  }));
}
