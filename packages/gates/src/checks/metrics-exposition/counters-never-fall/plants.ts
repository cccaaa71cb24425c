import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "fell",
    harm: "a worker ended and took its share of the count along",
    expect: { outcome: "fail", code: "fell" },
    plant: harmByProblem("counter-fell"),
  },
  {
    id: "negative",
    harm: "a counter is negative",
    expect: { outcome: "fail", code: "impossible" },
    plant: harmByProblem("negative-counter"),
  },
  {
    id: "nan",
    harm: "a counter is NaN",
    expect: { outcome: "fail", code: "impossible" },
    plant: harmByProblem("counter-not-a-number"),
  },
];
