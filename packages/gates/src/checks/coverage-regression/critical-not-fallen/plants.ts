import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { asParam, component, coverage } from "../../../scenes/coverage.ts";
import { FALLEN_STORE_PLANTS, storeNow } from "../../../scenes/fallen-store.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()] },
    baselineFacts: promotedCoverage([coverage()]),
    baselineGates: judgedThen("coverage-regression", "critical-not-fallen"),
    params: { components: asParam([component({ critical: true })]) },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "one-line-less",
    harm: "one line of the critical store lost its test",
    expect: { outcome: "fail", code: "fell" },
    plant: (scene) => storeNow(scene, { covered: 899, total: 1000 }),
  },
  ...FALLEN_STORE_PLANTS,
];
