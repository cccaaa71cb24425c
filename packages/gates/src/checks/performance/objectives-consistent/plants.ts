import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { eventResult, latencies, load, loadSeries, sloResult, withLoad } from "../../../scenes/load.ts";

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
      withLoad(scene, {
        slo: [eventResult({ budget: { allowed: 100, spent: 101, burnRate: 1.01, alerts: [] } })],
      }),
  },
  {
    id: "made-up-interval",
    harm: "a fifth of the requests took a second, and the p99 is said to be 100 ms",
    expect: { outcome: "fail", code: "contradicts" },
    plant: (scene) =>
      withLoad(scene, {
        series: [{ ...loadSeries(10_000), response: latencies(10_000, 10).toSlice() }],
      }),
  },
  {
    id: "unspent",
    harm: "a hundred and fifty requests failed, and ten are said to be bad",
    expect: { outcome: "fail", code: "contradicts" },
    plant: (scene) => withLoad(scene, { completed: 9850, failed: 150 }),
  },
  {
    id: "every-window-missed",
    harm: "every window was missed, and the objective of every window is called met",
    expect: { outcome: "fail", code: "contradicts" },
    plant: (scene) =>
      withLoad(scene, {
        slo: [
          sloResult({
            text: "p99 of response time <= 300 ms in every window of 10 s",
            windows: { judged: 11, missed: 11, inconclusive: 0 },
          }),
        ],
      }),
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
