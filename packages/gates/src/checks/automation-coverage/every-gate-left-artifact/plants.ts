import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { absentArtifact, artifact, artifacts } from "../../../scenes/artifacts.ts";
import { plan } from "../../../scenes/plan.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.plan]: [plan()], [KIND.artifacts]: [artifacts()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "file-deleted",
    harm: "the artifact of a gate is deleted after it was written",
    expect: { outcome: "fail", code: "artifact-missing" },
    plant: (scene) => withArtifacts(scene, [artifact("candidate"), absentArtifact("tests")]),
  },
  {
    id: "never-listed",
    harm: "a gate of the profile is not among the artifacts at all",
    expect: { outcome: "fail", code: "artifact-missing" },
    plant: (scene) => withArtifacts(scene, [artifact("tests")]),
  },
  {
    id: "two-artifacts",
    harm: "a gate was judged twice and both artifacts are there to choose from",
    expect: { outcome: "fail", code: "artifact-twice" },
    plant: (scene) =>
      withArtifacts(scene, [artifact("candidate"), artifact("tests"), artifact("tests", { verdict: "FAIL" })]),
  },
];

function withArtifacts(scene: PlantScene, list: readonly unknown[]): PlantScene {
  return { ...scene, bodies: { ...scene.bodies, [KIND.artifacts]: [{ artifacts: list }] } };
}
