import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "one-forgotten",
    harm: "one package was not given the new version",
    expect: { outcome: "fail", code: "versions-differ" },
    plant: harmRepository({
      versions: [
        { file: "package.json", version: "1.4.0" },
        { file: "packages/api/package.json", version: "1.3.9" },
      ],
    }),
  },
  {
    id: "glob-fits-nothing",
    harm: "the folder of the packages was renamed, and the configuration still names the old one",
    expect: { outcome: "fail", code: "version-absent" },
    plant: harmRepository({
      versions: [
        { file: "package.json", version: "1.4.0" },
        { file: "libs/*/package.json", version: null },
      ],
    }),
  },
];
