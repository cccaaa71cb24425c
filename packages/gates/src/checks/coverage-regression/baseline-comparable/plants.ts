import type { CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()] },
    baselineFacts: promotedCoverage([coverage()]),
    baselineGates: judgedThen("coverage-regression", "baseline-comparable"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "kinder-instrumenter",
    harm: "another instrumenter counts the same code more kindly",
    expect: { outcome: "missing", code: "other-instrument" },
    plant: (scene) => report(scene, { instrumenter: "v8" }),
  },
  {
    id: "other-format",
    harm: "the same tool writes another format, which counts other lines",
    expect: { outcome: "missing", code: "other-instrument" },
    plant: (scene) => report(scene, { format: "cobertura" }),
  },
  {
    id: "another-program",
    harm: "the report is about two new files and one of three old ones",
    expect: { outcome: "missing", code: "other-files" },
    plant: (scene) =>
      report(scene, { files: [coveredFile("src/cart.ts"), coveredFile("lib/a.ts"), coveredFile("lib/b.ts")] }),
  },
  {
    id: "no-figures",
    harm: "the figures of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function report(scene: PlantScene, changes: Partial<CoverageBody>): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, ...changes }));
}
