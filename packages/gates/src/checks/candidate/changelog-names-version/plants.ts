import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "no-heading",
    harm: "the changelog was emptied",
    expect: { outcome: "fail", code: "heading-absent" },
    plant: harmRepository({ changelog: { file: "CHANGELOG.md", version: null, line: null, sizeChars: 0 } }),
  },
  {
    id: "entry-forgotten",
    harm: "the version was raised without an entry",
    expect: { outcome: "fail", code: "version-differs" },
    plant: harmRepository({ changelog: { file: "CHANGELOG.md", version: "1.3.9", line: 5, sizeChars: 420 } }),
  },
  {
    id: "heading-alone",
    harm: "only the heading was written",
    expect: { outcome: "fail", code: "entry-empty" },
    plant: harmRepository({ changelog: { file: "CHANGELOG.md", version: "1.4.0", line: 5, sizeChars: 0 } }),
  },
];
