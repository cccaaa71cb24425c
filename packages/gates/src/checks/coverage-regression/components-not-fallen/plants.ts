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
    baselineGates: judgedThen("coverage-regression", "components-not-fallen"),
    params: { components: asParam([component()]) },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "one-falls-another-rises",
    harm: "the store lost tests while the cart gained as many",
    expect: { outcome: "fail", code: "fell" },
    plant: (scene) => storeNow(scene, { covered: 8, total: 10 }),
  },
  ...FALLEN_STORE_PLANTS,
];
