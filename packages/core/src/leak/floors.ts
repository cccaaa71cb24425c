import type { TrendPoint } from "../statistics/theil-sen.ts";
import type { LeakTerms } from "./terms.ts";

/** The floor of each window as (its middle in ms, lowest reading), in groups between which something happened. */
export interface Floors {
  readonly groups: readonly (readonly TrendPoint[])[];
  readonly windows: number;
  readonly skipped: number;
  readonly steadyMs: number;
}

type Readings = readonly (readonly [atMs: number, value: number])[];

/**
 * Cuts the steady part into equal windows. The lowest reading of a window is what was left after garbage was
 * collected: the sawtooth above it is not growth. A window that a fault touches, or with too few readings, is skipped.
 */
export function floorsOf(points: Readings, terms: LeakTerms): Floors {
  const endMs = points.at(-1)?.[0] ?? 0;
  const steadyMs = Math.max(0, endMs - terms.steadyFromMs);
  const sizeMs = steadyMs / terms.windows;
  const groups: TrendPoint[][] = [[]];
  let windows = 0;
  let next = points.findIndex(([atMs]) => atMs >= terms.steadyFromMs);
  for (let index = 0; index < terms.windows && next >= 0; index++) {
    const fromMs = terms.steadyFromMs + index * sizeMs;
    const last = index === terms.windows - 1;
    const toMs = last ? endMs : fromMs + sizeMs;
    const { floor, count, after } = lowest(points, next, last ? Infinity : toMs);
    next = after;
    if (terms.faulted.some((fault) => fault.fromMs < toMs && fault.toMs >= fromMs)) groups.push([]);
    else if (count >= terms.samplesPerWindowMin) {
      groups.at(-1)?.push([fromMs + sizeMs / 2, floor]);
      windows += 1;
    }
  }
  return { groups: groups.filter(({ length }) => length > 0), windows, skipped: terms.windows - windows, steadyMs };
}

function lowest(points: Readings, from: number, beforeMs: number): { floor: number; count: number; after: number } {
  let floor = Infinity;
  let after = from;
  for (let point = points[after]; point !== undefined && point[0] < beforeMs; point = points[after]) {
    floor = Math.min(floor, point[1]);
    after += 1;
  }
  return { floor, count: after - from, after };
}
