import type { JsonObject, Plant, PlantScene } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { harmRepository, repositoryScene } from "../../../scenes/repository.ts";

const FILES = ["package.json", "packages/api/package.json"];

/** Version 1.4.0 after a promotion of 1.3.0. */
export function sound(): PlantScene {
  return {
    ...after({ version: "1.3.0", versionFiles: FILES })(repositoryScene()),
    baselineGates: judgedThen("candidate", "version-moved-on"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "version-left",
    harm: "another commit is to be promoted under the version of the last one",
    expect: { outcome: "warn", code: "version-not-moved" },
    plant: after({ version: "1.4.0", versionFiles: FILES }),
  },
  {
    id: "version-left-and-refused",
    harm: "the same, where each promotion must have its own version",
    expect: { outcome: "fail", code: "version-not-moved" },
    plant: (scene) => ({
      ...after({ version: "1.4.0", versionFiles: FILES })(scene),
      params: { sameVersion: "refuse" },
    }),
  },
  {
    id: "old-branch",
    harm: "an old branch is to be promoted after a newer one",
    expect: { outcome: "fail", code: "version-gone-back" },
    plant: after({ version: "1.10.0", versionFiles: FILES }),
  },
  {
    id: "scope-shrunk",
    harm: "a package whose version lags is taken off the list",
    expect: { outcome: "fail", code: "version-file-dropped" },
    plant: after({ version: "1.3.0", versionFiles: [...FILES, "packages/late/package.json"] }),
  },
  {
    id: "versions-taken-out",
    harm: "the version was taken out of the manifests",
    expect: { outcome: "fail", code: "version-unknown" },
    plant: harmRepository({ versions: FILES.map((file) => ({ file, version: null })) }),
  },
  {
    id: "nothing-left",
    harm: "the last promotion left no version",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: { candidate: {} } }),
  },
];

function after(facts: JsonObject): (scene: PlantScene) => PlantScene {
  return (scene) => ({ ...scene, baselineFacts: { candidate: facts } });
}
