import type { Plant, PlantScene, TestResultsBody, TestStatus } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testResults]: [testResults(), testResults({ suite: "process" })] } };
}

export const plants: readonly Plant[] = [
  {
    id: "suite-skipped",
    harm: "every test of one suite of two is skipped",
    expect: { outcome: "fail", code: "all-skipped" },
    plant: (scene) => processEnds(scene, "skipped"),
  },
  {
    id: "suite-red",
    harm: "every test of one suite of two errors",
    expect: { outcome: "fail", code: "nothing-passed" },
    plant: (scene) => processEnds(scene, "errored"),
  },
];

function processEnds(scene: PlantScene, status: TestStatus): PlantScene {
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) =>
    body.suite !== "process"
      ? body
      : {
          ...body,
          cases: body.cases.map((test) => ({ ...test, status })),
        },
  );
}
