import type { Arrival } from "@holdpoint/core";
import type { Draw } from "./random.ts";

/** Times of one phase's arrivals since its start, microseconds, rising; null when there are no more. */
export type Offsets = () => number | null;

const US_PER_MS = 1000;
const US_PER_S = 1e6;

/** A whole number of arrivals that floating point left a hair above it is that number. */
const SLACK = 1e-7;

/**
 * Arrival k of an even schedule falls where the integral of the rate reaches k, so that the first is at once, the
 * count is the integral, and no error adds up. A closed phase has no schedule.
 */
export function offsetsOf(arrival: Arrival, durationMs: number, draw: Draw): Offsets {
  if (arrival.kind === "constant") return stepped([arrival.ratePerS], durationMs, durationMs);
  if (arrival.kind === "steps") return stepped(arrival.ratesPerS, arrival.stepMs, durationMs);
  if (arrival.kind === "ramp") return ramped(arrival.fromPerS, arrival.toPerS, durationMs);
  if (arrival.kind === "poisson") return scattered(arrival.ratePerS, durationMs, draw);
  if (arrival.kind === "recorded") return recorded(arrival.offsetsMs, durationMs);
  arrival.kind satisfies "closed";
  return () => null;
}

/** What the schedule asks for: exact for even schedules, the mean for Poisson arrivals, null for a closed phase. */
export function arrivalsAsked(arrival: Arrival, durationMs: number): number | null {
  if (arrival.kind === "constant" || arrival.kind === "poisson") return (arrival.ratePerS * durationMs) / 1000;
  if (arrival.kind === "steps") {
    return segmentsOf(arrival.ratesPerS, arrival.stepMs, durationMs).reduce((sum, { count }) => sum + count, 0);
  }
  if (arrival.kind === "ramp") return ((arrival.fromPerS + arrival.toPerS) / 2) * (durationMs / 1000);
  if (arrival.kind === "recorded") {
    return arrival.offsetsMs.filter((offsetMs) => offsetMs >= 0 && offsetMs < durationMs).length;
  }
  arrival.kind satisfies "closed";
  return null;
}

interface Segment {
  readonly startUs: number;
  readonly ratePerS: number;
  /** The integral of the rate over the segment. */
  readonly count: number;
}

/** The last rate holds until the phase ends; steps beyond its end are cut. */
function segmentsOf(ratesPerS: readonly number[], stepMs: number, durationMs: number): readonly Segment[] {
  const segments: Segment[] = [];
  for (const [index, ratePerS] of ratesPerS.entries()) {
    const startMs = index * stepMs;
    if (startMs >= durationMs) break;
    const endMs = index === ratesPerS.length - 1 ? durationMs : Math.min(durationMs, startMs + stepMs);
    segments.push({ startUs: startMs * US_PER_MS, ratePerS, count: (ratePerS * (endMs - startMs)) / 1000 });
  }
  return segments;
}

function stepped(ratesPerS: readonly number[], stepMs: number, durationMs: number): Offsets {
  const segments = segmentsOf(ratesPerS, stepMs, durationMs);
  let index = 0;
  let before = 0;
  let at = 0;
  return () => {
    for (let segment = segments[at]; segment !== undefined; segment = segments[at]) {
      const into = index - before;
      if (into < segment.count - SLACK) {
        index += 1;
        return segment.startUs + (Math.max(0, into) / segment.ratePerS) * US_PER_S;
      }
      before += segment.count;
      at += 1;
    }
    return null;
  };
}

/** k = from t + (to - from) t² / 2T, solved for t in the form that stays exact when both rates are the same or 0. */
function ramped(fromPerS: number, toPerS: number, durationMs: number): Offsets {
  const durationS = durationMs / 1000;
  const count = ((fromPerS + toPerS) / 2) * durationS;
  const slope = (toPerS - fromPerS) / durationS;
  let index = 0;
  return () => {
    if (index >= count - SLACK) return null;
    const root = Math.sqrt(Math.max(0, fromPerS * fromPerS + 2 * slope * index));
    const offsetS = index === 0 ? 0 : (2 * index) / (fromPerS + root);
    index += 1;
    return Math.min(offsetS, durationS) * US_PER_S;
  };
}

function scattered(ratePerS: number, durationMs: number, draw: Draw): Offsets {
  const endUs = durationMs * US_PER_MS;
  let atUs = 0;
  return () => {
    if (!(ratePerS > 0) || atUs >= endUs) return null;
    // 1 - u lies in (0, 1], so that the gap is finite.
    atUs += (-Math.log(1 - draw()) / ratePerS) * US_PER_S;
    return atUs < endUs ? atUs : null;
  };
}

/** Offsets in rising order whatever order they were written in; those outside the phase are cut. */
function recorded(offsetsMs: readonly number[], durationMs: number): Offsets {
  const within = Float64Array.from(offsetsMs.filter((offsetMs) => offsetMs >= 0 && offsetMs < durationMs)).sort();
  let index = 0;
  return () => {
    const offsetMs = within[index];
    index += 1;
    return offsetMs === undefined ? null : offsetMs * US_PER_MS;
  };
}
