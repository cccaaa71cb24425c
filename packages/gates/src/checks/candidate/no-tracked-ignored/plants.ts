import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "build-committed",
    harm: "the build's output was committed by force",
    expect: { outcome: "warn", code: "tracked-ignored" },
    plant: harmRepository({ trackedIgnored: ["dist/index.js"] }),
  },
];
