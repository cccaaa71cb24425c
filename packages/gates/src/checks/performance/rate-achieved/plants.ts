import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { load, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "half-the-rate",
    harm: "half of the rate went out",
    expect: { outcome: "missing", code: "rate-missed" },
    plant: (scene) => withLoad(scene, { achieved: 250 }),
  },
  {
    id: "no-target",
    harm: "the tool does not say what it was asked for",
    expect: { outcome: "missing", code: "rate-unsaid" },
    plant: (scene) => withLoad(scene, { target: null }),
  },
  {
    id: "no-rate",
    harm: "the tool does not say what went out",
    expect: { outcome: "missing", code: "rate-unsaid" },
    plant: (scene) => withLoad(scene, { achieved: null }),
  },
];
