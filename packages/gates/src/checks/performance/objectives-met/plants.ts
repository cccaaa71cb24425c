import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { eventResult, load, sloResult, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "too-slow",
    harm: "the p99 is twice its limit",
    expect: { outcome: "fail", code: "missed" },
    plant: (scene) =>
      withLoad(scene, { slo: [sloResult({ outcome: "fail", observed: 600, interval: [590, 612] }), eventResult()] }),
  },
  {
    id: "never-answered",
    harm: "so much failed that the percentile has no value",
    expect: { outcome: "fail", code: "missed" },
    plant: (scene) => withLoad(scene, { slo: [sloResult({ outcome: "fail", observed: null, interval: null })] }),
  },
  {
    id: "nothing-decided",
    harm: "every objective is undecided",
    expect: { outcome: "missing", code: "none-decided" },
    plant: (scene) => withLoad(scene, { slo: [sloResult({ outcome: "inconclusive" })] }),
  },
];
