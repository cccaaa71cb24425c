import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { LatencySummary, LoadBody, LoadSeries } from "@holdpoint/core";
import { withBody } from "@holdpoint/core";
import { latencies, load, loadSeries, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "edited-p99",
    harm: "the p99 was made smaller by hand",
    expect: { outcome: "fail", code: "summary-differs" },
    plant: (scene) =>
      withBody<LoadBody>(scene, KIND.load, (body) => ({
        ...body,
        response: body.response === null ? null : { ...body.response, p99: 42 },
      })),
  },
  {
    id: "edited-series",
    harm: "the p95 of an endpoint was made smaller by hand",
    expect: { outcome: "fail", code: "summary-differs" },
    plant: (scene) => series(scene, [loadSeries(10_000), endpoint({ summary: { ...whole, p95: 1 } })]),
  },
  {
    id: "slow-ones-left-out",
    harm: "the slow requests were taken out of the histogram",
    expect: { outcome: "fail", code: "slice-broken" },
    plant: (scene) =>
      series(scene, [loadSeries(10_000, { response: { ...slice, buckets: slice.buckets.slice(0, 2) } })]),
  },
  {
    id: "half-recorded",
    harm: "half of the requests of an endpoint never came into its histogram",
    expect: { outcome: "fail", code: "counts-differ" },
    plant: (scene) => series(scene, [loadSeries(10_000), endpoint({ completed: 1000 })]),
  },
  {
    id: "other-run",
    harm: "the series are those of a smaller run",
    expect: { outcome: "fail", code: "counts-differ" },
    plant: (scene) => series(scene, [loadSeries(10_000, { completed: 9000, failed: 0 })]),
  },
  {
    id: "no-histogram",
    harm: "a run of ours has percentiles only",
    expect: { outcome: "missing", code: "histogram-absent" },
    plant: (scene) => series(scene, []),
  },
  {
    id: "clock-left-out",
    harm: "the response times were made up, and their histogram taken out",
    expect: { outcome: "missing", code: "histogram-absent" },
    plant: (scene) =>
      withLoad(scene, {
        response: { ...whole, count: 10_000, p99: 1 },
        series: [loadSeries(10_000, { response: null, summary: null })],
      }),
  },
  {
    id: "percentiles-only",
    harm: "another tool has percentiles only",
    expect: { outcome: "warn", code: "percentiles-only" },
    plant: (scene) => withLoad(scene, { trust: "open-service-only", series: [] }),
  },
];

const NOTHING = { count: 0, sumUs: 0, minUs: 0, maxUs: 0, buckets: [] };
const slice = latencies(10_000).toSlice() ?? NOTHING;
const whole = latencies(500).summary() as LatencySummary;

function endpoint(changes: Partial<LoadSeries>): LoadSeries {
  return loadSeries(500, { of: "endpoint", name: "create", ...changes });
}

function series(scene: PlantScene, all: readonly LoadSeries[]): PlantScene {
  return withLoad(scene, { series: all });
}
