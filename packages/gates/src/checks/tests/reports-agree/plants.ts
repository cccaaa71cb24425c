import type { Plant, PlantScene, TestContradiction, TestResultsBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testReport, testResults } from "../../../scenes/test-results.ts";

const JUNIT = "reports/junit/unit.xml";
const TAP = "reports/unit.tap";

/** One run of which two reporters wrote. */
export function sound(): PlantScene {
  const reports = [testReport(), testReport({ file: TAP, format: "tap" })];
  return { bodies: { [KIND.testResults]: [testResults({ reports })] } };
}

export const plants: readonly Plant[] = [
  {
    id: "passed-and-failed",
    harm: "TAP tells a test as failed that JUnit tells as passed",
    expect: { outcome: "fail", code: "verdicts-differ" },
    plant: (scene) => contradict(scene, { report: TAP, line: 4, status: "failed" }),
  },
  {
    id: "left-out",
    harm: "TAP does not list a test that ran by the word of JUnit",
    expect: { outcome: "fail", code: "tests-differ" },
    plant: (scene) => contradict(scene, { report: TAP, line: null, status: null }),
  },
];

function contradict(scene: PlantScene, second: TestContradiction["second"]): PlantScene {
  const first = { report: JUNIT, line: 3, status: "passed" } as const;
  const contradictions = [{ test: "src/cart.test.ts › adds an item", first, second }];
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) => ({ ...body, contradictions }));
}
