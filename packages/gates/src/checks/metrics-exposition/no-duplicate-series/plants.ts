import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "registered-twice",
    harm: "a collector was registered twice",
    expect: { outcome: "fail", code: "duplicate" },
    plant: harmByProblem("duplicate-series"),
  },
  {
    id: "names-collide",
    harm: "a gauge has the name of a histogram's count",
    expect: { outcome: "fail", code: "duplicate" },
    plant: harmByProblem("name-clash"),
  },
];
