import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom, standardNormal } from "@holdpoint/testkit";
import type { ResourceSeries } from "../evidence/resources.ts";
import type { LeakTerms } from "./terms.ts";
import { LEAK_DEFAULTS } from "./terms.ts";

/** Ten minutes, a reading a second, of which the first minute is warm-up; 100 MB a day may be gained. */
export function terms(changes: Partial<LeakTerms> = {}): LeakTerms {
  const rest = { steadyFromMs: 60_000, faulted: [], requests: 10_000, limitPer24h: 1e8, resolution: 1e6 };
  return { ...LEAK_DEFAULTS, ...rest, ...changes };
}

export const STEADY_S = 540;

export interface Shape {
  readonly seed: number;
  /** Bytes that garbage adds between two collections, and how often those are. */
  readonly saw?: { readonly bytes: number; readonly everyS: number };
  readonly noise?: number;
  readonly leakPerS?: number;
  readonly warmUp?: number;
  readonly step?: { readonly atS: number; readonly bytes: number };
}

/** A heap as a program with these habits would show it: a floor, a sawtooth above it, noise. */
export function heap({ seed, saw, noise = 0, leakPerS = 0, warmUp = 0, step }: Shape): ResourceSeries {
  const chance = seededRandom(seed);
  const points = Array.from({ length: 601 }, (_, s): readonly [number, number] => {
    const tooth = saw === undefined ? 0 : (saw.bytes * ((s + seed) % saw.everyS)) / saw.everyS;
    const jump = step !== undefined && s >= step.atS ? step.bytes : 0;
    const ramp = warmUp * Math.min(1, s / 60);
    return [s * 1000, Math.round(5e7 + tooth + jump + ramp + leakPerS * s + noise * standardNormal(chance))];
  });
  return { resource: "heap", unit: "bytes", points, unreadable: 0 };
}

test("the shapes are what they are called", () => {
  const { points } = heap({ seed: 0, saw: { bytes: 1000, everyS: 10 }, step: { atS: 300, bytes: 7 }, warmUp: 60 });
  assert.equal(points.length, 601);
  assert.deepEqual(points[0], [0, 50_000_000]);
  assert.deepEqual(points[60], [60_000, 50_000_060]);
  assert.deepEqual(points[65], [65_000, 50_000_560]);
  assert.deepEqual(points[600], [600_000, 50_000_067]);
});
