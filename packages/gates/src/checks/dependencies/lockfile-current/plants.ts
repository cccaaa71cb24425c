import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "old-format",
    harm: "the lockfile is kept in a format that another tool still reads",
    expect: { outcome: "fail", code: "format-too-old" },
    plant: (scene) => ({ ...scene, params: { versionMin: 4 } }),
  },
  {
    id: "emptied",
    harm: "a merge conflict was settled by emptying the lockfile",
    expect: { outcome: "fail", code: "nothing-locked" },
    plant: harmDependencies(({ direct }) => ({
      packages: [],
      direct: direct.map((one) => ({ ...one, locked: null })),
    })),
  },
];
