import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, withWindows } from "../../../scenes/climb.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "early",
    harm: "one in two hundred fails at a third of the limit",
    expect: { outcome: "fail", code: "errors-early" },
    plant: (scene) => withWindows(scene, (_, at) => (at >= 5 && at < 10 ? { completed: 199, failed: 1 } : {})),
  },
];
