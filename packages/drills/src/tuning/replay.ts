import type { Json, SoakIteration, SoakTuning } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import { decide } from "./decide.ts";
import type { TuningPlan, TuningState } from "./state.ts";
import { START } from "./state.ts";

/** The first thing that a replay decides otherwise. */
export interface ReplayDifference {
  readonly iteration: number;
  readonly field: "iteration" | "proposed" | "witness" | "reverted" | "guards";
  /** Canonical JSON. */
  readonly recorded: string;
  readonly replayed: string;
}

export interface Replay {
  /** Every recorded decision was made again; never true where nothing was recorded. */
  readonly agrees: boolean;
  readonly iterations: number;
  readonly difference: ReplayDifference | null;
}

/**
 * Decides a recorded soak again, out of its KPIs, what stood in the target, and what was read back. A gap in the
 * iterations is a difference: what is not there was not decided the same way.
 *
 * @example
 * replaySoak(plan, body.iterations).agrees; // true
 */
export function replaySoak(plan: TuningPlan, iterations: readonly SoakIteration[]): Replay {
  let state: TuningState = START;
  let before: SoakTuning | null = null;
  for (const [index, recorded] of iterations.entries()) {
    const difference = recorded.iteration === index + 1 ? null : gap(recorded.iteration, index + 1);
    if (difference !== null) return { agrees: false, iterations: index, difference };
    const { tuning, values, startedAtMs, finishedAtMs: nowMs, iteration } = recorded;
    const current = currentFrom(tuning);
    const decision = decide(plan, state, {
      iteration,
      startedAtMs,
      nowMs,
      values,
      current,
      before,
      enabled: tuning.enabled,
    });
    const { proposals: proposed, witness, revert: reverted, guards } = decision;
    const other = firstDifference(iteration, tuning, { proposed, witness, reverted, guards });
    if (other !== null) return { agrees: false, iterations: index, difference: other };
    state = decision.state;
    before = tuning;
  }
  return { agrees: iterations.length > 0, iterations: iterations.length, difference: null };
}

function gap(recorded: number, expected: number): ReplayDifference {
  return { iteration: expected, field: "iteration", recorded: String(recorded), replayed: String(expected) };
}

/** A decision needs the value of no parameter but those that it proposes to change. */
function currentFrom({ proposed }: SoakTuning): Readonly<Record<string, number | null>> {
  return Object.fromEntries(proposed.map(({ parameter, from }) => [parameter, from]));
}

type Decided = Pick<SoakTuning, "proposed" | "witness" | "reverted" | "guards">;

function firstDifference(iteration: number, recorded: Decided, replayed: Decided): ReplayDifference | null {
  for (const field of ["proposed", "witness", "reverted", "guards"] as const) {
    const told = canonicalize(recorded[field] as unknown as Json);
    const made = canonicalize(replayed[field] as unknown as Json);
    if (told !== made) return { iteration, field, recorded: told, replayed: made };
  }
  return null;
}
