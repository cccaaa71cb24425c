import type { LeafReading, SoakIteration, SoakTuning, TuningPlan, TuningState } from "@holdpoint/core";
import { decideTuning, TUNING_START } from "@holdpoint/core";
import { soakIterationOf, tuningOf } from "./tuning-plan.ts";

/** A target that is a formula: its only parameter is `pool.size`, its only KPI is `p95`. */
export interface TunedTarget {
  readonly size?: number;
  /** What it measures with so many; null is a gap. */
  readonly p95: (size: number, iteration: number) => number | null;
  /** What it makes of a value that it is told; it keeps what it had where that is the same. */
  readonly store?: (wanted: number, before: number) => number;
}

/** What a soak of it records, as it is read back from disk; an iteration takes a minute. */
export function tunedIterations(
  plan: TuningPlan,
  { size: first = 2, p95: measure, store = (wanted) => wanted }: TunedTarget,
): SoakIteration[] {
  const iterations: SoakIteration[] = [];
  let state: TuningState = TUNING_START;
  let before: SoakTuning | null = null;
  let size = first;
  for (let iteration = 1; iteration <= plan.iterations; iteration += 1) {
    const p95 = measure(size, iteration);
    const times = { startedAtMs: (iteration - 1) * 60_000, nowMs: iteration * 60_000 };
    const current = { "pool.size": size };
    const decision = decideTuning(plan, state, {
      iteration,
      ...times,
      values: { p95 },
      current,
      before,
      enabled: true,
    });
    const readings = decision.proposals
      .filter(({ skipped }) => skipped === null)
      .map(({ parameter, to }): LeafReading => {
        const after = store(to, size);
        const verdict = after === to ? "applied" : after === size ? "ignored" : "clamped";
        const reading = { path: parameter, before: size, wanted: to, after, verdict } as const;
        size = after;
        return reading;
      });
    const { proposals: proposed, witness, revert: reverted, guards } = decision;
    const applied = readings.length > 0 && readings.every(({ verdict }) => verdict === "applied");
    state = decision.state;
    before = tuningOf({ proposed, readings, applied, witness, reverted, guards });
    const done = { startedAtMs: times.startedAtMs, finishedAtMs: times.nowMs, values: { p95 }, tuning: before };
    iterations.push(soakIterationOf({ iteration, ...done }));
  }
  return JSON.parse(JSON.stringify(iterations)) as SoakIteration[];
}
