import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, withWindows } from "../../../scenes/climb.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "piling-up",
    harm: "arrivals pile up at half of the limit",
    expect: { outcome: "fail", code: "queue-grows" },
    plant: (scene) =>
      withWindows(scene, ({ completed }, at) => (at >= 15 && at < 20 ? { queued: 500, sent: completed } : {})),
  },
];
