import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { load, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "pool-full",
    harm: "a tenth of the arrivals found no connection and was dropped",
    expect: { outcome: "fail", code: "dropped" },
    plant: (scene) => withLoad(scene, { dropped: 1000 }),
  },
  {
    id: "of-how-many",
    harm: "the tool tells what it dropped and not of how many",
    expect: { outcome: "missing", code: "due-unsaid" },
    plant: (scene) => withLoad(scene, { dropped: 1000, due: null }),
  },
  {
    id: "more-than-due",
    harm: "more was dropped than ever fell due",
    expect: { outcome: "missing", code: "due-unsaid" },
    plant: (scene) => withLoad(scene, { dropped: 20_000 }),
  },
];
