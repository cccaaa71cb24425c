import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "assumed-unchanged",
    harm: "a changed file is marked assume-unchanged",
    expect: { outcome: "fail", code: "paths-hidden" },
    plant: harmRepository({ hiddenPaths: ["src/price.ts"] }),
  },
];
