import type { CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { coverage } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";

const LINUX: CoverageBody = coverage({ report: "linux", shard: "linux" });
const WINDOWS: CoverageBody = coverage({ report: "windows", shard: "windows" });

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [LINUX, WINDOWS] },
    baselineFacts: promotedCoverage([LINUX, WINDOWS]),
    baselineGates: judgedThen("coverage-regression", "shards-same"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "shard-given-up",
    harm: "the Windows job was taken out of the matrix and out of the configuration",
    expect: { outcome: "fail", code: "shard-gone" },
    plant: (scene) => now(scene, LINUX),
  },
  {
    id: "shard-in-name",
    harm: "the Windows report is made by the Linux job now",
    expect: { outcome: "fail", code: "shard-gone" },
    plant: (scene) => now(scene, LINUX, { ...WINDOWS, shard: "linux" }),
  },
  {
    id: "report-given-up",
    harm: "the report of the worst tested part is no longer made",
    expect: { outcome: "fail", code: "report-gone" },
    plant: (scene) => ({
      ...now(scene, coverage()),
      baselineFacts: promotedCoverage([coverage(), coverage({ report: "process" })]),
    }),
  },
  {
    id: "no-list",
    harm: "the list of the last promotion was lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function now(scene: PlantScene, ...reports: readonly CoverageBody[]): PlantScene {
  return { ...scene, bodies: { [KIND.coverage]: reports } };
}
