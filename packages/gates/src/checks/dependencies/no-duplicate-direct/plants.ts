import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, direct, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "two-types",
    harm: "a package was added for production and left among the development tools",
    expect: { outcome: "fail", code: "listed-twice" },
    plant: harmDependencies((body) => ({ direct: [...body.direct, direct("router", { type: "devDependencies" })] })),
  },
  {
    id: "two-versions",
    harm: "one workspace was updated, the other forgotten",
    expect: { outcome: "warn", code: "ranges-differ" },
    plant: harmDependencies((body) => ({
      direct: [...body.direct, direct("router", { manifest: "packages/api/package.json", range: "1.9.0" })],
    })),
  },
];
