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
    id: "rate-made-up",
    harm: "ten times the rate is said to have gone out, and the counts are those of the tenth",
    expect: { outcome: "fail", code: "rate-contradicts" },
    plant: (scene) => withLoad(scene, { target: 5000, achieved: 5000 }),
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
