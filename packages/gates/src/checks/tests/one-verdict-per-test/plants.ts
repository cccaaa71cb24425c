import type { Plant, PlantScene, TestResultsBody, TestStatus } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testResults]: [testResults(), testResults({ suite: "process" })] } };
}

export const plants: readonly Plant[] = [
  {
    id: "passed-and-failed",
    harm: "a second reporter lists a passed test as failed",
    expect: { outcome: "fail", code: "contradiction" },
    plant: (scene) => firstAgain(scene, "failed"),
  },
  {
    id: "passed-and-skipped",
    harm: "a second reporter lists a passed test as skipped",
    expect: { outcome: "fail", code: "contradiction" },
    plant: (scene) => firstAgain(scene, "skipped"),
  },
  {
    id: "listed-twice",
    harm: "two reports of the same run are both read",
    expect: { outcome: "warn", code: "duplicate" },
    plant: (scene) => firstAgain(scene, "passed"),
  },
];

function firstAgain(scene: PlantScene, status: TestStatus): PlantScene {
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) => ({
    ...body,
    cases: [...body.cases, ...body.cases.slice(0, 1).map((test) => ({ ...test, status, report: "again.xml" }))],
  }));
}
