import type { Plant, PlantScene } from "@holdpoint/core";
import { dependenciesScene, harmPackage } from "../../../scenes/dependencies.ts";

export function sound(): PlantScene {
  return dependenciesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "script-appeared",
    harm: "an update of a package brought a postinstall script",
    expect: { outcome: "fail", code: "script-not-allowed" },
    plant: harmPackage({ installScript: true }),
  },
  {
    id: "dead-exception",
    harm: "the package that `allow` names has no script any more",
    expect: { outcome: "warn", code: "entry-unused" },
    plant: (scene) => ({ ...scene, params: { allow: ["router"] } }),
  },
];
