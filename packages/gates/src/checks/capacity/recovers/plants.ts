import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, endingAt, withWindows } from "../../../scenes/climb.ts";
import { latencySummary } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "stays-down",
    harm: "the target stays slow after the peak",
    expect: { outcome: "fail", code: "never-recovers" },
    plant: (scene) => withWindows(scene, (_, at) => (at >= 35 ? { response: latencySummary(200, 20) } : {})),
  },
  {
    id: "recovers-late",
    harm: "the target takes nine seconds where two are allowed",
    expect: { outcome: "fail", code: "never-recovers" },
    plant: (scene) => ({
      ...withWindows(scene, (_, at) => (at >= 35 && at < 44 ? { response: latencySummary(200, 20) } : {})),
      params: { withinS: 2 },
    }),
  },
  {
    id: "ends-in-overload",
    harm: "the climb ends where the target gave way",
    expect: { outcome: "warn", code: "not-tried" },
    plant: (scene) => endingAt(scene, 35),
  },
];
