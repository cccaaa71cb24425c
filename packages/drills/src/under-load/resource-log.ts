import type { ResourceSeries } from "@holdpoint/core";

/** One look at what a program holds; null is what could not be read. */
export interface ResourceReading {
  readonly rss: number | null;
  readonly heap: number | null;
  readonly descriptors: number | null;
  readonly handles: number | null;
}

const UNITS: Readonly<Record<keyof ResourceReading, ResourceSeries["unit"]>> = {
  rss: "bytes",
  heap: "bytes",
  descriptors: "count",
  handles: "count",
};

/** More readings than a day of one every 100 ms has. */
export const READINGS_MAX = 1_000_000;

/** Keeps readings until the load is over. */
export class ResourceLog {
  readonly #readings: { readonly atMs: number; readonly reading: ResourceReading }[] = [];

  /** @throws RangeError when there are too many */
  add(atMs: number, reading: ResourceReading): void {
    if (this.#readings.length === READINGS_MAX) throw new RangeError(`more than ${READINGS_MAX} readings of resources`);
    this.#readings.push({ atMs, reading });
  }

  /** One series a resource; one that was never readable has no points and says how often it was not. */
  series(): ResourceSeries[] {
    return (Object.keys(UNITS) as (keyof ResourceReading)[]).map((resource) => {
      const points = this.#readings.flatMap(({ atMs, reading }): [number, number][] => {
        const value = reading[resource];
        return value === null || !Number.isFinite(value) ? [] : [[atMs, value]];
      });
      return { resource, unit: UNITS[resource], points, unreadable: this.#readings.length - points.length };
    });
  }
}
