import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "not-initialised",
    harm: "the clone was made without its submodules",
    expect: { outcome: "fail", code: "submodule-absent" },
    plant: harmRepository({ submodules: [{ path: "vendor/protocol", state: "absent" }] }),
  },
  {
    id: "pulled-inside",
    harm: "somebody pulled inside of the submodule",
    expect: { outcome: "fail", code: "submodule-moved" },
    plant: harmRepository({ submodules: [{ path: "vendor/protocol", state: "moved" }] }),
  },
  {
    id: "merged-half",
    harm: "two branches moved the submodule",
    expect: { outcome: "fail", code: "submodule-conflict" },
    plant: harmRepository({ submodules: [{ path: "vendor/protocol", state: "conflict" }] }),
  },
];
