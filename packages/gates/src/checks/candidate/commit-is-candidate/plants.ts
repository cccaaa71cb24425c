import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "commit-in-between",
    harm: "a suite commits its generated files",
    expect: { outcome: "fail", code: "commit-moved" },
    plant: harmRepository({ commit: "9".repeat(40) }),
  },
  {
    id: "object-replaced",
    harm: "the commit object was replaced by one with another tree",
    expect: { outcome: "fail", code: "tree-differs" },
    plant: harmRepository({ tree: "9".repeat(40) }),
  },
];
