import type { Count, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "./coverage.ts";

/** The store covers as much as given, while the cart beside it is covered wholly. */
export function storeNow(scene: PlantScene, lines: Count): PlantScene {
  const cart = coveredFile("src/cart.ts", { lines: { covered: 10, total: 10 } });
  const files = [cart, coveredFile("src/store/disk.ts", { lines })];
  return { ...scene, bodies: { ...scene.bodies, [KIND.coverage]: [coverage({ files })] } };
}

/** What holds for every component that is compared with the last promotion. */
export const FALLEN_STORE_PLANTS: readonly Plant[] = [
  {
    id: "covered-code-removed",
    harm: "well tested code of the store was taken away and its share falls",
    expect: { outcome: "warn", code: "share-fell" },
    plant: (scene) => storeNow(scene, { covered: 4, total: 5 }),
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
