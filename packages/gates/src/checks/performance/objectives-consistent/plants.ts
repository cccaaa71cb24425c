import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { eventResult, load, sloResult, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "edited-limit",
    harm: "the interval of the percentile ends beyond its limit",
    expect: { outcome: "fail", code: "contradicts" },
    plant: (scene) => withLoad(scene, { slo: [sloResult({ interval: [290, 310] })] }),
  },
  {
    id: "overspent",
    harm: "more of the budget was spent than there was",
    expect: { outcome: "fail", code: "contradicts" },
    plant: (scene) =>
      withLoad(scene, { slo: [eventResult({ budget: { allowed: 100, spent: 101, burnRate: 1.01, alerts: [] } })] }),
  },
  {
    id: "no-figure",
    harm: "nothing was observed and the objective is called met",
    expect: { outcome: "fail", code: "contradicts" },
    plant: (scene) => withLoad(scene, { slo: [sloResult({ observed: null })] }),
  },
  {
    id: "one-sample",
    harm: "an objective is called met on one sample",
    expect: { outcome: "fail", code: "few-samples" },
    plant: (scene) => withLoad(scene, { slo: [sloResult({ samples: 1 })] }),
  },
];
