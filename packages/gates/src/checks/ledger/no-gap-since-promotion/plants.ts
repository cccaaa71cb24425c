import type { LedgerBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger()] }, baselineFacts: {} };
}

export const plants: readonly Plant[] = [
  {
    id: "log-started-over",
    harm: "a new log is used after the promotion",
    expect: { outcome: "fail", code: "promotion-not-in-log" },
    plant: (scene) => changed(scene, { lastPromotion: null }),
  },
  {
    id: "holds-deleted",
    harm: "the records of two holds after the promotion are deleted",
    expect: { outcome: "fail", code: "gap" },
    plant: (scene) => changed(scene, { lastPromotion: { index: 21, size: 22, contiguous: false } }),
  },
  {
    id: "promotion-cut-off",
    harm: "the log ends before the promotion that it is said to hold",
    expect: { outcome: "fail", code: "beyond-the-end" },
    plant: (scene) => changed(scene, { size: 20, anchoredUpTo: 20 }),
  },
];

function changed(scene: PlantScene, changes: Partial<LedgerBody>): PlantScene {
  return withBody<LedgerBody>(scene, KIND.ledger, (body) => ({ ...body, ...changes }));
}
