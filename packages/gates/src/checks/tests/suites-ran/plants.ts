import type { Plant, PlantScene, SuiteRunBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { importedSuite, suiteRun } from "../../../scenes/suite-run.ts";
import { testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.suiteRun]: [suiteRun()], [KIND.testResults]: [testResults()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "hangs",
    harm: "the suite hangs and is ended at its time limit",
    expect: { outcome: "fail", code: "timed-out" },
    plant: (scene) => ends(scene, { timedOut: true, exitCode: null, signal: "SIGTERM", durationMs: 60_004 }),
  },
  {
    id: "out-of-memory",
    harm: "the kernel kills the runner after it has written a green report",
    expect: { outcome: "fail", code: "killed" },
    plant: (scene) => ends(scene, { exitCode: null, signal: "SIGKILL" }),
  },
  {
    id: "no-such-program",
    harm: "the command never starts and an older report is still there",
    expect: { outcome: "fail", code: "not-started" },
    plant: (scene) => ends(scene, { exitCode: null, durationMs: 0 }),
  },
  {
    id: "runner-broke",
    harm: "the shell cannot find the runner and says 127",
    expect: { outcome: "fail", code: "exit-unexpected" },
    plant: (scene) => ends(scene, { exitCode: 127 }),
  },
  {
    id: "green-report-red-exit",
    harm: "the runner fails although its report shows no failure",
    expect: { outcome: "fail", code: "exit-disagrees" },
    plant: (scene) => ends(scene, { exitCode: 1 }),
  },
  {
    id: "nobody-ran-it",
    harm: "the reports were made elsewhere, and how their command ended is unknown",
    expect: { outcome: "warn", code: "imported" },
    plant: (scene) => ({ ...scene, bodies: { ...scene.bodies, [KIND.suiteRun]: [importedSuite()] } }),
  },
];

function ends(scene: PlantScene, changes: Partial<SuiteRunBody>): PlantScene {
  return withBody<SuiteRunBody>(scene, KIND.suiteRun, (run) => ({ ...run, ...changes }));
}
