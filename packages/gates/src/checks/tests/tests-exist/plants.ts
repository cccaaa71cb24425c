import type { Plant, PlantScene, TestResultsBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testReport, testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  const process = testResults({ suite: "process", reports: [testReport({ file: "reports/junit/process.xml" })] });
  return { bodies: { [KIND.testResults]: [testResults(), process] } };
}

export const plants: readonly Plant[] = [
  {
    id: "suite-finds-nothing",
    harm: "the pattern of one suite of two fits no test file",
    expect: { outcome: "missing", code: "suite-empty" },
    plant: (scene) =>
      inProcess(scene, (body) => ({ ...body, cases: [], reports: [testReport({ cases: 0, suites: 0 })] })),
  },
  {
    id: "one-report-is-empty",
    harm: "one report of two lists no test",
    expect: { outcome: "missing", code: "report-empty" },
    plant: (scene) =>
      inProcess(scene, (body) => ({
        ...body,
        reports: [...body.reports, testReport({ file: "reports/junit/empty.xml", cases: 0, suites: 0 })],
      })),
  },
  {
    id: "most-tests-vanish",
    harm: "six tests are left where the profile asks for a hundred",
    expect: { outcome: "fail", code: "too-few" },
    plant: (scene) => ({ ...scene, params: { minTests: 100 } }),
  },
];

function inProcess(scene: PlantScene, change: (body: TestResultsBody) => TestResultsBody): PlantScene {
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) => (body.suite === "process" ? change(body) : body));
}
