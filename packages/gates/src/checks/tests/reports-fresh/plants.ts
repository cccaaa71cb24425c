import type { Plant, PlantScene, SuiteReport, SuiteRunBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { suiteReport, suiteRun } from "../../../scenes/suite-run.ts";
import { testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  const { path, sha256 } = suiteReport();
  return {
    bodies: { [KIND.suiteRun]: [suiteRun()], [KIND.testResults]: [testResults()] },
    inputs: { [KIND.testResults]: [[{ name: path, sha256: sha256 ?? "" }]] },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "nothing-written",
    harm: "the suite ends with 0 and writes nothing",
    expect: { outcome: "fail", code: "report-absent" },
    plant: (scene) => withReports(scene, [suiteReport({ sha256: null, sizeBytes: null, fresh: false })]),
  },
  {
    id: "old-report",
    harm: "the report is the one of an earlier run",
    expect: { outcome: "fail", code: "report-stale" },
    plant: (scene) => withReports(scene, [suiteReport({ fresh: false })]),
  },
  {
    id: "swapped-report",
    harm: "somebody replaces the report after the suite has ended",
    expect: { outcome: "fail", code: "report-changed" },
    plant: (scene) => withReports(scene, [suiteReport({ sha256: "b".repeat(64) })]),
  },
  {
    id: "report-from-nowhere",
    harm: "results are judged that the suite does not say it writes",
    expect: { outcome: "fail", code: "no-report" },
    plant: (scene) => withReports(scene, []),
  },
];

function withReports(scene: PlantScene, reports: readonly SuiteReport[]): PlantScene {
  return withBody<SuiteRunBody>(scene, KIND.suiteRun, (run) => ({ ...run, reports }));
}
