import type { PhasePlan } from "@holdpoint/core";
import type { Arrivals, ClosedSpan } from "../engine/terms.ts";
import { arrivalsAsked, offsetsOf } from "./offsets.ts";
import { partSeed, seededDraw } from "./random.ts";

const US_PER_MS = 1000;

/** One worker's part of what all of them send together. */
export interface WorkerPart {
  /** From 0. */
  readonly worker: number;
  readonly workers: number;
}

/**
 * Absolute times of the open arrivals of all phases, one phase after the other, microseconds since the clock began.
 * Worker w of n has arrivals w, w + n, w + 2n…, so that all workers together send exactly what one would.
 *
 * @example
 * const phases = [{ name: "steady", durationMs: 1000, arrival: { kind: "constant", ratePerS: 2 } }];
 * const arrivals = arrivalsOf(phases, 1, { worker: 0, workers: 1 });
 * [arrivals.next(), arrivals.next(), arrivals.next()]; // [0, 500000, null]
 */
export function arrivalsOf(phases: readonly PhasePlan[], seed: number, { worker, workers }: WorkerPart): Arrivals {
  const starts = phaseStartsUs(phases);
  let phase = 0;
  let index = 0;
  let offsets = begin(phases, phase, seed);
  let lastUs = 0;

  const nextOfAll = (): number | null => {
    for (;;) {
      const offsetUs = offsets?.() ?? null;
      if (offsetUs !== null) {
        // Rounding must not put an arrival before the one ahead of it.
        lastUs = Math.max(lastUs, (starts[phase] ?? 0) + offsetUs);
        return lastUs;
      }
      if (phase >= phases.length) return null;
      phase += 1;
      offsets = begin(phases, phase, seed);
    }
  };
  return {
    next: () => {
      for (;;) {
        const atUs = nextOfAll();
        if (atUs === null) return null;
        const isOurs = index % workers === worker;
        index += 1;
        if (isOurs) return atUs;
      }
    },
  };
}

function begin(phases: readonly PhasePlan[], phase: number, seed: number): (() => number | null) | null {
  const plan = phases[phase];
  return plan === undefined
    ? null
    : offsetsOf(plan.arrival, plan.durationMs, seededDraw(partSeed(seed, PHASE_WORD, phase)));
}

/** Keeps the draws of the schedule apart from those of the flows. */
const PHASE_WORD = 1;

/** When each phase begins, and as the last one when all have ended. */
export function phaseStartsUs(phases: readonly PhasePlan[]): readonly number[] {
  const starts = [0];
  for (const { durationMs } of phases) starts.push((starts.at(-1) ?? 0) + durationMs * US_PER_MS);
  return starts;
}

/** The closed phases with this worker's part of their users. */
export function closedSpansOf(phases: readonly PhasePlan[], { worker, workers }: WorkerPart): readonly ClosedSpan[] {
  const starts = phaseStartsUs(phases);
  return phases.flatMap(({ arrival, durationMs }, index): ClosedSpan[] => {
    if (arrival.kind !== "closed") return [];
    const users = Math.floor(arrival.users / workers) + (worker < arrival.users % workers ? 1 : 0);
    const fromUs = starts[index] ?? 0;
    return users === 0 ? [] : [{ fromUs, untilUs: fromUs + durationMs * US_PER_MS, users }];
  });
}

/** Arrivals a second over the whole run; null as soon as one phase is closed, which asks for none. */
export function targetRatePerS(phases: readonly PhasePlan[]): number | null {
  let asked = 0;
  let durationMs = 0;
  for (const phase of phases) {
    const arrivals = arrivalsAsked(phase.arrival, phase.durationMs);
    if (arrivals === null) return null;
    asked += arrivals;
    durationMs += phase.durationMs;
  }
  return durationMs === 0 ? null : (asked * 1000) / durationMs;
}

/** In which phase a moment lies; after the last one it is still the last one's. */
export function phaseAt(startsUs: readonly number[], atUs: number): number {
  let phase = 0;
  for (let next = 1; next < startsUs.length - 1 && (startsUs[next] ?? 0) <= atUs; next += 1) phase = next;
  return phase;
}
