import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, withWindows } from "../../../scenes/climb.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "collapse",
    harm: "beyond its limit the target answers a tenth",
    expect: { outcome: "fail", code: "collapses" },
    plant: (scene) => withWindows(scene, (_, at) => (at >= 30 && at < 35 ? { completed: 60, sent: 620 } : {})),
  },
];
