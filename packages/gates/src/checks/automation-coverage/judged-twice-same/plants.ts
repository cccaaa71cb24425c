import type { Plant, PlantScene, RejudgementBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { rejudgement } from "../../../scenes/rejudgement.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.rejudgement]: [rejudgement()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "reads-the-clock",
    harm: "a check puts the time of day into its reason",
    expect: { outcome: "fail", code: "differs" },
    plant: (scene) => again(scene, { second: `sha256:${"0".repeat(64)}`, differences: ["/0/checks/3/reason"] }),
  },
  {
    id: "other-digest",
    harm: "the digests differ and no difference is named",
    expect: { outcome: "fail", code: "differs" },
    plant: (scene) => again(scene, { second: `sha256:${"0".repeat(64)}` }),
  },
  {
    id: "judged-once",
    harm: "the second process gave nothing",
    expect: { outcome: "missing", code: "nothing-compared" },
    plant: (scene) => again(scene, { second: "" }),
  },
];

function again(scene: PlantScene, changes: Partial<RejudgementBody>): PlantScene {
  return withBody<RejudgementBody>(scene, KIND.rejudgement, (body) => ({ ...body, ...changes }));
}
