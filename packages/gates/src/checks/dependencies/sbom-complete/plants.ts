import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, harmDependencies } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "one-left-out",
    harm: "a package has no component",
    expect: { outcome: "fail", code: "components-differ" },
    plant: harmDependencies(({ sbom }) => ({ sbom: { ...sbom, components: sbom.components - 1 } })),
  },
  {
    id: "no-digest",
    harm: "the SBOM was never made",
    expect: { outcome: "fail", code: "digest-unreadable" },
    plant: harmDependencies(({ sbom }) => ({ sbom: { ...sbom, sha256: "" } })),
  },
];
