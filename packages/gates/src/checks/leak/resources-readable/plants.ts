import type { Plant, PlantScene } from "@holdpoint/core";
import { resourcesScene, withSeries } from "../../../scenes/resources.ts";

export function sound(): PlantScene {
  return resourcesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "no-descriptors",
    harm: "the process belongs to somebody else, and its descriptors cannot be counted",
    expect: { outcome: "missing", code: "not-read" },
    plant: (scene) => withSeries(scene, "descriptors", (series) => ({ ...series, points: [], unreadable: 601 })),
  },
  {
    id: "no-memory",
    harm: "nobody looked at the memory",
    expect: { outcome: "missing", code: "not-read" },
    plant: (scene) => withSeries(scene, "rss", () => null),
  },
  {
    id: "gaps",
    harm: "one reading in fifty failed",
    expect: { outcome: "missing", code: "readings-failed" },
    plant: (scene) => withSeries(scene, "heap", (series) => ({ ...series, unreadable: 12 })),
  },
  {
    id: "clock-set-back",
    harm: "the clock was set back in the middle",
    expect: { outcome: "missing", code: "time-not-rising" },
    plant: (scene) =>
      withSeries(scene, "rss", (series) => ({
        ...series,
        points: series.points.map(([atMs, value], index) => [index > 300 ? atMs - 200_000 : atMs, value] as const),
      })),
  },
];
