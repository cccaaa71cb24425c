import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "file-changed",
    harm: "a source file was changed and not committed",
    expect: { outcome: "fail", code: "tree-dirty" },
    plant: harmRepository({ dirty: { count: 1, paths: [{ path: "src/price.ts", state: " M" }] } }),
  },
  {
    id: "file-untracked",
    harm: "a file that nobody committed lies among the sources",
    expect: { outcome: "fail", code: "tree-dirty" },
    plant: harmRepository({ dirty: { count: 1, paths: [{ path: "src/patch.ts", state: "??" }] } }),
  },
  {
    id: "more-than-listed",
    harm: "so much was changed that the list of paths ends",
    expect: { outcome: "fail", code: "tree-dirty" },
    plant: harmRepository({ dirty: { count: 5000, paths: [] } }),
  },
  {
    id: "cleaned-in-between",
    harm: "a suite resets the tree that was dirty when the run began",
    expect: { outcome: "fail", code: "dirty-when-formed" },
    plant: (scene) => ({ ...scene, candidate: { dirty: true } }),
  },
];
