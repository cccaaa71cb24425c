import type { Plant, PlantScene } from "@holdpoint/core";
import { resourcesScene, resourceSeries } from "../../../scenes/resources.ts";

export function sound(): PlantScene {
  return resourcesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "a-few-seconds",
    harm: "the run ended eight seconds after warm-up",
    expect: { outcome: "missing", code: "too-short" },
    plant: () => resourcesScene({ steadyFromMs: 592_000 }),
  },
  {
    id: "once-a-minute",
    harm: "the process was looked at once a minute",
    expect: { outcome: "missing", code: "too-sparse" },
    plant: () => {
      const series = resourceSeries("rss", 9e7);
      return resourcesScene({ series: [{ ...series, points: series.points.filter(([atMs]) => atMs % 60_000 === 0) }] });
    },
  },
  {
    id: "never-warm",
    harm: "the run ended before it was warm",
    expect: { outcome: "missing", code: "no-steady-part" },
    plant: () => resourcesScene({ steadyFromMs: 601_000 }),
  },
];
