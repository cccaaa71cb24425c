import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, direct, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "caret",
    harm: "npm added a dependency with a caret",
    expect: { outcome: "fail", code: "range-not-exact" },
    plant: harmDependencies(() => ({ direct: [direct("router", { range: "^2.3.4", exact: false })] })),
  },
  {
    id: "dev-caret",
    harm: "a development tool has a range, and it builds what is released",
    expect: { outcome: "fail", code: "range-not-exact" },
    plant: harmDependencies(() => ({
      direct: [direct("builder", { range: "~1.0.0", exact: false, type: "devDependencies" })],
    })),
  },
  {
    id: "dead-exception",
    harm: "the package that `allow` names was pinned since",
    expect: { outcome: "warn", code: "entry-unused" },
    plant: (scene) => ({ ...scene, params: { allow: ["router"] } }),
  },
];
