import type { SoakIteration, SoakPlan, SoakTuning, TuningState } from "@holdpoint/core";
import { TUNING_START } from "@holdpoint/core";
import type { Applier } from "../tuning/applier.ts";
import { tuneStep } from "../tuning/step.ts";
import type { Measure, Measured } from "./measured.ts";
import { valuesOf } from "./measured.ts";
import { phaseOf } from "./phase-of.ts";
import { watchedApplier } from "./watched-applier.ts";

/** Everything that a soak touches besides its plan. */
export interface SoakPorts {
  readonly measure: Measure;
  /** The way to the target's configuration; null: nothing is tuned. */
  readonly applier: Applier | null;
  /** False: everything is proposed and nothing is changed. */
  readonly tune: boolean;
  /** Milliseconds since the epoch, of a clock that does not run backwards. */
  readonly nowMs: () => number;
  /** Resolves after so long, or as soon as the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Makes an iteration durable: its file, its ledger record. The next one begins after it. */
  readonly record: (iteration: SoakIteration) => Promise<void>;
  /** Told when an iteration is durable, with the parameters as they were last read. */
  readonly onIteration?: (iteration: SoakIteration, parameters: Readonly<Record<string, number | null>>) => void;
  /** Ends the soak with what there is. */
  readonly signal: AbortSignal;
}

export interface SoakRun {
  readonly iterations: readonly SoakIteration[];
  readonly aborted: string | null;
  readonly parameters: {
    readonly first: Readonly<Record<string, number | null>>;
    readonly last: Readonly<Record<string, number | null>>;
  };
}

/**
 * Runs a soak: settle, measure, guard, propose, filter, apply, read back, and in the next iteration look at what the
 * change did and keep it or set it back. What went wrong in an iteration is a gap in it and ends nothing; an iteration
 * that was cut off by the signal is no iteration.
 *
 * @throws what `record` throws: without a record there is no soak
 * @example
 * const { iterations, aborted } = await runSoak(plan, { measure, applier, tune: true, nowMs, pause, record, signal });
 */
export async function runSoak(plan: SoakPlan, ports: SoakPorts): Promise<SoakRun> {
  const { signal, nowMs, record, onIteration } = ports;
  const applier = ports.applier === null ? null : watchedApplier(ports.applier, plan.parameters);
  // A change that was begun is read back, whoever wants to go home meanwhile; each applier has its own time limit.
  const whole = new AbortController().signal;
  const iterations: SoakIteration[] = [];
  let state: TuningState = TUNING_START;
  let before: SoakTuning | null = null;
  let latestMs = 0;
  const instant = (): number => (latestMs = Math.max(latestMs, Math.floor(nowMs())));
  for (let iteration = 1; iteration <= plan.iterations && !signal.aborted; iteration += 1) {
    await ports.pause(plan.settleMs, signal);
    const startedAtMs = instant();
    const measured = await measureOnce(ports, iteration);
    if (measured === null) break;
    const finishedAtMs = instant();
    const values = valuesOf(plan.kpis, measured);
    const input = { iteration, startedAtMs, nowMs: finishedAtMs, values, before, enabled: ports.tune };
    const step = await tuneStep({ plan, state, input, applier, signal: whole });
    state = step.state;
    before = step.tuning;
    const done: SoakIteration = {
      schema: "holdpoint/soak-iteration/v1",
      iteration,
      phase: phaseOf(iteration, plan.phases),
      startedAtMs,
      finishedAtMs,
      summary: measured.summary,
      problem: measured.problem,
      values,
      tuning: step.tuning,
    };
    await record(done);
    iterations.push(done);
    onIteration?.(done, applier?.last ?? {});
  }
  return {
    iterations,
    aborted: iterations.length < plan.iterations ? `${reasonOf(signal)} in iteration ${iterations.length + 1}` : null,
    parameters: { first: applier?.first ?? {}, last: applier?.last ?? {} },
  };
}

/** Null when it was cut off: half of an iteration is none. */
async function measureOnce({ measure, signal }: SoakPorts, iteration: number): Promise<Measured | null> {
  if (signal.aborted) return null;
  try {
    const measured = await measure(iteration, signal);
    return signal.aborted ? null : measured;
  } catch (thrown) {
    if (signal.aborted) return null;
    throw thrown;
  }
}

function reasonOf({ reason }: AbortSignal): string {
  return typeof reason === "string" ? reason : "interrupted";
}
