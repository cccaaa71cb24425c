import type { Plant, PlantScene, SuiteReport, SuiteRunBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";
import { importedSuite, suiteReport, suiteRun } from "../../../scenes/suite-run.ts";

const LCOV: SuiteReport = suiteReport({ path: "reports/coverage/unit.lcov", sha256: "b".repeat(64) });

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()], [KIND.suiteRun]: [suiteRun({ reports: [suiteReport(), LCOV] })] },
    inputs: { [KIND.coverage]: [[{ name: LCOV.path, sha256: "b".repeat(64) }]] },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "last-weeks-report",
    harm: "the coverage file is the one of an earlier run",
    expect: { outcome: "fail", code: "stale" },
    plant: (scene) => lcov(scene, { ...LCOV, fresh: false }),
  },
  {
    id: "made-elsewhere",
    harm: "no suite writes the coverage file that is read",
    expect: { outcome: "fail", code: "unclaimed" },
    plant: (scene) => lcov(scene, { ...LCOV, path: "reports/coverage/other.lcov" }),
  },
  {
    id: "touched-up",
    harm: "somebody improves the coverage file after the suite has ended",
    expect: { outcome: "fail", code: "changed" },
    plant: (scene) => lcov(scene, { ...LCOV, sha256: "c".repeat(64) }),
  },
  {
    id: "from-nowhere",
    harm: "the evidence does not name the file that it was read from",
    expect: { outcome: "missing", code: "no-input" },
    plant: (scene) => ({ ...scene, inputs: {} }),
  },
  {
    id: "imported-only",
    harm: "all reports were made elsewhere and put there",
    expect: { outcome: "warn", code: "imported" },
    plant: (scene) => ({ ...scene, bodies: { ...scene.bodies, [KIND.suiteRun]: [importedSuite()] } }),
  },
];

function lcov(scene: PlantScene, report: SuiteReport): PlantScene {
  return withBody<SuiteRunBody>(scene, KIND.suiteRun, (run) => ({ ...run, reports: [suiteReport(), report] }));
}
