import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, direct, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "added-by-hand",
    harm: "a dependency was written into the manifest by hand",
    expect: { outcome: "fail", code: "direct-not-locked" },
    plant: harmDependencies((body) => ({ direct: [...body.direct, direct("fresh", { locked: null })] })),
  },
  {
    id: "lock-edited",
    harm: "the lockfile was edited to an older version",
    expect: { outcome: "fail", code: "locked-otherwise" },
    plant: harmDependencies(() => ({ direct: [direct("router", { locked: "2.3.3" })] })),
  },
];
