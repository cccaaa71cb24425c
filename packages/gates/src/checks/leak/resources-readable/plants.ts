import type { Plant, PlantScene, ResourcesBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { resourceSeries, resourcesScene, withSeries } from "../../../scenes/resources.ts";

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
    id: "reader-lost",
    harm: "nobody read the memory in the second half, in which it grew",
    expect: { outcome: "missing", code: "part-unread" },
    plant: (scene) => withSeries(scene, "rss", (series) => ({ ...series, points: series.points.slice(0, 300) })),
  },
  {
    id: "half-hour-hole",
    harm: "no reading for most of the run, and some again at its end",
    expect: { outcome: "missing", code: "part-unread" },
    plant: (scene) =>
      withSeries(scene, "descriptors", (series) => ({
        ...series,
        points: series.points.filter(([atMs]) => atMs < 200_000 || atMs > 560_000),
      })),
  },
  {
    id: "second-series",
    harm: "the memory of a second process, which leaks, stands behind that of the first",
    expect: { outcome: "missing", code: "told-twice" },
    plant: (scene) =>
      withBody<ResourcesBody>(scene, KIND.resources, (body) => ({
        ...body,
        series: [...body.series, resourceSeries("rss", 9e7, 1e6)],
      })),
  },
  {
    id: "reads-zero",
    harm: "the reader of a platform that it does not know answers 0",
    expect: { outcome: "missing", code: "reads-nothing" },
    plant: (scene) =>
      withSeries(scene, "rss", (series) => ({
        ...series,
        points: series.points.map(([atMs]) => [atMs, 0] as const),
      })),
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
