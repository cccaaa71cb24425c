import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, endingAt } from "../../../scenes/climb.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "too-gentle",
    harm: "the climb ends where the target still holds",
    expect: { outcome: "warn", code: "limit-unknown" },
    plant: (scene) => endingAt(scene, 30),
  },
];
