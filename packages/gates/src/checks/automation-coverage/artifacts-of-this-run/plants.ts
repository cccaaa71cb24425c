import type { GateArtifact, Plant, PlantScene } from "@holdpoint/core";
import { KIND, SCENE_NOW_MS } from "@holdpoint/core";
import { artifact, artifacts } from "../../../scenes/artifacts.ts";
import { plan } from "../../../scenes/plan.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.plan]: [plan()], [KIND.artifacts]: [artifacts()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "yesterdays-run",
    harm: "a green artifact of an earlier run is copied over a red one",
    expect: { outcome: "fail", code: "other-run" },
    plant: (scene) => harmed(scene, { run: "20260101T000000Z-aaaaaa" }),
  },
  {
    id: "another-commit",
    harm: "the artifact was made for the commit before",
    expect: { outcome: "fail", code: "other-commit" },
    plant: (scene) => harmed(scene, { commit: "e".repeat(40) }),
  },
  {
    id: "old",
    harm: "the artifact was judged two hours ago",
    expect: { outcome: "fail", code: "not-fresh" },
    plant: (scene) => harmed(scene, { judgedAt: new Date(SCENE_NOW_MS - 7_200_000).toISOString() }),
  },
  {
    id: "undated",
    harm: "the artifact does not say when it was judged",
    expect: { outcome: "fail", code: "not-fresh" },
    plant: (scene) => harmed(scene, { judgedAt: null }),
  },
];

function harmed(scene: PlantScene, changes: Partial<GateArtifact>): PlantScene {
  const list = [artifact("candidate"), artifact("tests", changes)];
  return { ...scene, bodies: { ...scene.bodies, [KIND.artifacts]: [{ artifacts: list }] } };
}
