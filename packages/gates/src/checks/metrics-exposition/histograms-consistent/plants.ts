import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "falling-buckets",
    harm: "a bucket counts less than the one below it",
    expect: { outcome: "fail", code: "histogram-broken" },
    plant: harmByProblem("buckets-not-cumulative"),
  },
  {
    id: "count-differs",
    harm: "the count is not what the last bucket says",
    expect: { outcome: "fail", code: "histogram-broken" },
    plant: harmByProblem("inf-not-count"),
  },
  {
    id: "no-infinity",
    harm: "the last bucket is missing",
    expect: { outcome: "fail", code: "histogram-broken" },
    plant: harmByProblem("inf-missing"),
  },
  {
    id: "quantile-of-95",
    harm: "a quantile is written in percent",
    expect: { outcome: "fail", code: "summary-broken" },
    plant: harmByProblem("quantile-not-a-share"),
  },
  {
    id: "state-of-2",
    harm: "a state is 2",
    expect: { outcome: "fail", code: "state-broken" },
    plant: harmByProblem("stateset-not-boolean"),
  },
];
