import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "nothing-there",
    harm: "node_modules was deleted after the suites",
    expect: { outcome: "missing", code: "not-installed" },
    plant: harmDependencies(() => ({ installed: null })),
  },
  {
    id: "installed-by-hand",
    harm: "somebody unpacked a package into node_modules",
    expect: { outcome: "fail", code: "extraneous" },
    plant: harmDependencies(({ installed }) => ({
      installed: installed && { ...installed, extraneous: ["node_modules/helper"] },
    })),
  },
];
