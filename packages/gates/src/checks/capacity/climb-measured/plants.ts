import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, climbWindows, endingAt, withClimb } from "../../../scenes/climb.ts";
import { loadTerms } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "one-rate",
    harm: "the only run keeps one rate",
    expect: { outcome: "missing", code: "no-climb" },
    plant: (scene) => withClimb(scene, { id: "load", terms: loadTerms() }),
  },
  {
    id: "three-seconds",
    harm: "the climb was over after three seconds",
    expect: { outcome: "missing", code: "too-few-points" },
    plant: (scene) => endingAt(withTotals(scene, 300), 3),
  },
  {
    id: "lost-second",
    harm: "the second in which the target gave way is missing",
    expect: { outcome: "fail", code: "counts-wrong" },
    plant: (scene) => withClimb(scene, { windows: climbWindows().filter((_, at) => at !== 31) }),
  },
];

function withTotals(scene: PlantScene, all: number): PlantScene {
  return withClimb(scene, { due: all, sent: all, completed: all });
}
