import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { asParam, component, coverage, coveredFile } from "../../../scenes/coverage.ts";
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
    plant: (scene) => now(scene, { covered: 8, total: 10 }),
  },
  {
    id: "covered-code-removed",
    harm: "well tested code of the store was taken away and its share falls",
    expect: { outcome: "warn", code: "share-fell" },
    plant: (scene) => now(scene, { covered: 4, total: 5 }),
  },
  {
    id: "no-figures",
    harm: "the figures of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
  {
    id: "no-files",
    harm: "the last promotion kept its totals and not its files",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({
      ...scene,
      baselineFacts: {
        coverage: {
          reports: [{ id: "unit", format: "lcov", instrumenter: "node" }],
          totals: {},
          files: ["src/store/disk.ts"],
        },
      },
    }),
  },
];

function now(scene: PlantScene, lines: { readonly covered: number; readonly total: number }): PlantScene {
  const cart = coveredFile("src/cart.ts", { lines: { covered: 10, total: 10 } });
  const files = [cart, coveredFile("src/store/disk.ts", { lines })];
  return { ...scene, bodies: { ...scene.bodies, [KIND.coverage]: [coverage({ files })] } };
}
