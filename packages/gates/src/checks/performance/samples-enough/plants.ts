import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { load, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "a-hundred",
    harm: "only a hundred requests were made",
    expect: { outcome: "missing", code: "few-samples" },
    plant: (scene) => withLoad(scene, { completed: 100 }),
  },
];
