import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { absentArtifact, artifact, artifacts } from "../../../scenes/artifacts.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.artifacts]: [artifacts()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "cut-off",
    harm: "the disk was full and the artifact ends in the middle",
    expect: { outcome: "fail", code: "unreadable" },
    plant: () => second(artifact("tests", { problems: null, run: null, commit: null, judgedAt: null, verdict: null })),
  },
  {
    id: "gone",
    harm: "the artifact is deleted",
    expect: { outcome: "fail", code: "unreadable" },
    plant: () => second(absentArtifact("tests")),
  },
  {
    id: "foreign-shape",
    harm: "a hand-written artifact lacks the candidate",
    expect: { outcome: "fail", code: "schema-broken" },
    plant: () => second(artifact("tests", { problems: ["/: must have the property 'candidate'"] })),
  },
];

function second(harmed: unknown): PlantScene {
  return { bodies: { [KIND.artifacts]: [{ artifacts: [artifact("candidate"), harmed] }] } };
}
