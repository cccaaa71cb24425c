import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "merge-begun",
    harm: "a merge stopped at a conflict",
    expect: { outcome: "fail", code: "operation-unfinished" },
    plant: harmRepository({ operation: "merge" }),
  },
  {
    id: "bisect-under-way",
    harm: "a bisect is under way, and HEAD is one of its guesses",
    expect: { outcome: "fail", code: "operation-unfinished" },
    plant: harmRepository({ operation: "bisect" }),
  },
];
