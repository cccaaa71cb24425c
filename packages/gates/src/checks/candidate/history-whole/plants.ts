import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "blob-lost",
    harm: "the disk lost a blob of the commit",
    expect: { outcome: "fail", code: "history-damaged" },
    plant: harmRepository({ damage: ["missing blob 3b18e512dba79e4c8300dd08aeb37f8e728b8dad"] }),
  },
  {
    id: "cloned-shallow",
    harm: "the CI job cloned with depth 1",
    expect: { outcome: "fail", code: "history-shallow" },
    plant: harmRepository({ shallow: true }),
  },
];
