import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { performanceFacts } from "../../../evidence/load-facts.ts";
import { promotedLoads } from "../../../evidence/promoted-loads.ts";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { eventResult, load, sloResult, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.load]: [load()] },
    baselineFacts: promotedLoads("performance", performanceFacts, [load()]),
    baselineGates: judgedThen("performance", "no-objective-gone"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "objective-dropped",
    harm: "the objective that was nearly missed is no longer there",
    expect: { outcome: "fail", code: "objective-gone" },
    plant: (scene) => withLoad(scene, { slo: [sloResult()] }),
  },
  {
    id: "run-renamed",
    harm: "the run was given to the gate capacity, and its objectives with it",
    expect: { outcome: "fail", code: "objective-gone" },
    plant: (scene) => withLoad(scene, { id: "capacity" }),
  },
  {
    id: "limit-raised",
    harm: "the limit of the p99 was raised",
    expect: { outcome: "fail", code: "bound-loosened" },
    plant: (scene) => withLoad(scene, { slo: [sloResult({ bound: 500 }), eventResult()] }),
  },
  {
    id: "share-lowered",
    harm: "fewer requests have to be good",
    expect: { outcome: "fail", code: "bound-loosened" },
    plant: (scene) => withLoad(scene, { slo: [sloResult(), eventResult({ bound: 0.9 })] }),
  },
  {
    id: "no-figures",
    harm: "the figures of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];
