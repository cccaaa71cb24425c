import type { Plant, PlantScene } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { dependenciesScene, direct, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return {
    ...dependenciesScene(),
    baselineFacts: { dependencies: { direct: ["router", "schema"], packages: 3 } },
    baselineGates: judgedThen("dependencies", "direct-as-promoted"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "added-in-passing",
    harm: "a package was added in passing",
    expect: { outcome: "warn", code: "direct-added" },
    plant: harmDependencies((body) => ({ direct: [...body.direct, direct("left-pad")] })),
  },
  {
    id: "nothing-left",
    harm: "the last promotion left no list",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];
