import type { LeakSelfTest, PlantScene, ResourcesBody, ResourceSeries } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";

const READINGS = 600;
const SAW = 8;

/** Readings a second for ten minutes: a sawtooth on a floor that grows by so much a second. */
export function resourceSeries(resource: string, floor: number, growthPerS = 0): ResourceSeries {
  const points = Array.from({ length: READINGS + 1 }, (_, s): readonly [number, number] => [
    s * 1000,
    Math.round(floor * (1 + ((s * 5) % SAW) / 20) + growthPerS * s),
  ]);
  const unit = resource === "rss" || resource === "heap" ? "bytes" : "count";
  return { resource, unit, points, unreadable: 0 };
}

const FLOORS: Readonly<Record<string, number>> = { rss: 9e7, heap: 4e7, descriptors: 40, handles: 20 };

export function leakSelfTest(changes: Partial<LeakSelfTest> = {}): LeakSelfTest {
  return { injectedPerS: 8e6, detectedPerS: 7.9e6, leakFound: true, soundFound: false, ...changes };
}

/** A service that served for ten minutes and held on to nothing. */
export function resources(changes: Partial<ResourcesBody> = {}): ResourcesBody {
  return {
    subject: "gateway",
    startedAtMs: 0,
    steadyFromMs: 60_000,
    series: Object.entries(FLOORS).map(([resource, floor]) => resourceSeries(resource, floor)),
    faulted: [],
    requests: 300_000,
    selfTest: leakSelfTest(),
    ...changes,
  };
}

export function resourcesScene(changes: Partial<ResourcesBody> = {}): PlantScene {
  return { bodies: { [KIND.resources]: [resources(changes)] } };
}

/** The scene with one series turned into another; null takes it away. */
export function withSeries(
  scene: PlantScene,
  resource: string,
  change: (series: ResourceSeries) => ResourceSeries | null,
): PlantScene {
  return withBody<ResourcesBody>(scene, KIND.resources, (body) => ({
    ...body,
    series: body.series.flatMap((series) => (series.resource === resource ? (change(series) ?? []) : series)),
  }));
}
