import type { CoverageBody, CoverageFile, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { coverage } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()] },
    baselineFacts: promotedCoverage([coverage()]),
    baselineGates: judgedThen("coverage-regression", "no-metric-gone"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "branches-gone",
    harm: "the reporter no longer counts branches",
    expect: { outcome: "fail", code: "metric-gone" },
    plant: (scene) => files(scene, (file) => ({ ...file, branches: null })),
  },
  {
    id: "functions-emptied",
    harm: "the reporter counts 0 of 0 functions",
    expect: { outcome: "fail", code: "metric-gone" },
    plant: (scene) => files(scene, (file) => ({ ...file, functions: { covered: 0, total: 0 } })),
  },
  {
    id: "branches-of-one-file-gone",
    harm: "the branches of one file are switched off",
    expect: { outcome: "fail", code: "metric-partly-gone" },
    plant: (scene) => files(scene, (file) => (file.path === "src/cart.ts" ? { ...file, branches: null } : file)),
  },
  {
    id: "no-figures",
    harm: "the figures of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function files(scene: PlantScene, change: (file: CoverageFile) => CoverageFile): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, files: body.files.map(change) }));
}
