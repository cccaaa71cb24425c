import type { Plant, PlantScene, ResourcesBody, ResourceSeries } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { resourceSeries, withSeries } from "./resources.ts";

export interface GrowthPlantTerms {
  readonly resource: string;
  readonly floor: number;
  /** Far above the limit, a second. */
  readonly leakPerS: number;
  /** Above the limit as a rate, below the resolution in ten minutes. */
  readonly crawlPerS: number;
  readonly step: number;
  /** Every program tells it, so that silence is missing. */
  readonly isAlwaysTold: boolean;
}

/** One violation for each reason of a check that asks whether a resource grows. */
export function growthPlants(terms: GrowthPlantTerms): readonly Plant[] {
  const { resource, floor, leakPerS, crawlPerS, step } = terms;
  const series = (scene: PlantScene, change: (one: ResourceSeries) => ResourceSeries | null): PlantScene =>
    withSeries(scene, resource, change);
  const body = (scene: PlantScene, changes: Partial<ResourcesBody>): PlantScene =>
    withBody<ResourcesBody>(scene, KIND.resources, (one) => ({ ...one, ...changes }));
  return [
    {
      id: "leak",
      harm: "a little is kept of every request",
      expect: { outcome: "fail", code: "leak" },
      plant: (scene) => series(scene, () => resourceSeries(resource, floor, leakPerS)),
    },
    {
      id: "leak-across-a-restart",
      harm: "the process leaks, was restarted in the middle, and ends no higher than it began",
      expect: { outcome: "fail", code: "leak" },
      plant: (scene) =>
        body(
          series(scene, () => restarted(resourceSeries(resource, floor, leakPerS))),
          { faulted: [{ fromMs: 300_000, toMs: 304_000, why: "restarted" }] },
        ),
    },
    {
      id: "one-step",
      harm: "half way through, much is taken at once and kept",
      expect: { outcome: "warn", code: "one-step" },
      plant: (scene) => series(scene, (one) => ({ ...one, points: one.points.map((point) => stepped(point, step)) })),
    },
    {
      id: "crawl",
      harm: "so little is kept that ten minutes cannot tell it from the allocator's own",
      expect: { outcome: "warn", code: "below-resolution" },
      plant: (scene) => series(scene, () => resourceSeries(resource, floor, crawlPerS)),
    },
    {
      id: "mostly-unreadable",
      harm: "every tenth reading failed",
      expect: { outcome: "missing", code: "unreadable" },
      plant: (scene) => series(scene, (one) => ({ ...one, unreadable: 60 })),
    },
    {
      id: "clock-stood",
      harm: "the readings have all the same time",
      expect: { outcome: "missing", code: "not-a-series" },
      plant: (scene) =>
        series(scene, (one) => ({ ...one, points: one.points.map(([, value]) => [90_000, value] as const) })),
    },
    {
      id: "all-warm-up",
      harm: "the run ended when it was warm",
      expect: { outcome: "missing", code: "too-few-windows" },
      plant: (scene) => body(scene, { steadyFromMs: 599_000 }),
    },
    {
      id: "idle",
      harm: "nobody asked the process for anything",
      expect: { outcome: "missing", code: "no-requests" },
      plant: (scene) => body(scene, { requests: 0 }),
    },
    ...(terms.isAlwaysTold
      ? [
          {
            id: "never-read",
            harm: "the resource was not looked at",
            expect: { outcome: "missing", code: "not-measured" } as const,
            plant: (scene: PlantScene) => series(scene, () => null),
          },
        ]
      : []),
  ];
}

function restarted(one: ResourceSeries): ResourceSeries {
  const atStart = one.points[0]?.[1] ?? 0;
  const atRestart = one.points[300]?.[1] ?? 0;
  const points = one.points.map(
    ([atMs, value]) => [atMs, atMs > 302_000 ? value - (atRestart - atStart) : value] as const,
  );
  return { ...one, points };
}

/** Two small stairs, and a large step between them. */
function stepped([atMs, value]: readonly [number, number], step: number): readonly [number, number] {
  const stairs = Math.floor(atMs / 200_000) * Math.ceil(step / 100);
  return [atMs, value + stairs + (atMs > 330_000 ? step : 0)];
}
