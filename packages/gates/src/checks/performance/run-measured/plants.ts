import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { latencySummary, load, loadSeries, loadTerms, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "only-a-climb",
    harm: "the only run is one that looks for the limit",
    expect: { outcome: "missing", code: "no-run" },
    plant: (scene) => withLoad(scene, { terms: loadTerms({ arrivals: ["steps"] }) }),
  },
  {
    id: "nothing-ended",
    harm: "no request came back",
    expect: { outcome: "missing", code: "no-samples" },
    plant: (scene) => withLoad(scene, { completed: 0, failed: 0, response: null, service: null }),
  },
  {
    id: "no-times",
    harm: "the tool counted and did not measure",
    expect: { outcome: "missing", code: "no-samples" },
    plant: (scene) => withLoad(scene, { response: null, service: null }),
  },
  {
    id: "counts-only",
    harm: "the tool printed how many times it took, and none of them",
    expect: { outcome: "missing", code: "no-samples" },
    plant: (scene) => {
      const told = { count: 10_000, min: null, mean: null, max: null, percentiles: [] };
      return withLoad(scene, { response: null, service: null, series: [loadSeries(10_000, { told })] });
    },
  },
  {
    id: "slow-twin",
    harm: "a second run of the same id hides behind the first one",
    expect: { outcome: "fail", code: "id-twice" },
    plant: () => ({
      bodies: { [KIND.load]: [load(), load({ response: latencySummary(10_000, 3) })] },
    }),
  },
  {
    id: "one-second",
    harm: "the run was over after a second",
    expect: { outcome: "missing", code: "too-short" },
    plant: (scene) => withLoad(scene, { durationMs: 1000 }),
  },
];
