import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmRule } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "row-dropped",
    harm: "no rule stands for the ninth row any more",
    expect: { outcome: "fail", code: "row-untried" },
    plant: harmRule("output-drift", { rows: [] }),
  },
];
