import type { Plant, PlantScene } from "@holdpoint/core";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

export function sound(): PlantScene {
  return repositoryScene();
}

export const plants: readonly Plant[] = [
  {
    id: "released-before",
    harm: "the version was released from another commit",
    expect: { outcome: "fail", code: "tag-elsewhere" },
    plant: harmRepository({ versionTags: [{ tag: "v1.4.0", commit: "8".repeat(40) }] }),
  },
  {
    id: "one-of-two",
    harm: "the tag with v is here, the one without is elsewhere",
    expect: { outcome: "fail", code: "tag-elsewhere" },
    plant: harmRepository({
      versionTags: [
        { tag: "v1.4.0", commit: "1".repeat(40) },
        { tag: "1.4.0", commit: "8".repeat(40) },
      ],
    }),
  },
  {
    id: "tags-not-fetched",
    harm: "the CI job cloned with depth 1 and without tags",
    expect: { outcome: "missing", code: "tags-unknown" },
    plant: harmRepository({ shallow: true, versionTags: [] }),
  },
];
