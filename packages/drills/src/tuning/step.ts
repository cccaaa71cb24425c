import type { LeafReading, ParameterPlan, SoakTuning } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import type { Applier } from "./applier.ts";
import { applyProposals } from "./apply.ts";
import { decide } from "./decide.ts";
import { currentOf } from "./leaves.ts";
import type { TuningInput, TuningPlan, TuningState } from "./state.ts";

/** One iteration's tuning, done and ready for the record. */
export interface TuningStep {
  readonly state: TuningState;
  readonly tuning: SoakTuning;
  /** Paths that are no declared parameters and changed while it was written. */
  readonly others: readonly string[];
  /** Why the configuration could not be read or written; null: it could. Nothing of it makes the soak stop. */
  readonly problem: { readonly code: string; readonly text: string } | null;
}

/**
 * Reads the parameters, decides, writes, and reads back. Without an applier everything is proposed and nothing is let
 * through. A registered error of the applier is told as the step's problem; another error is thrown.
 *
 * @example
 * let { state, tuning } = await tuneStep({ plan, state: START, input, applier, signal });
 */
export async function tuneStep(terms: {
  readonly plan: TuningPlan;
  readonly state: TuningState;
  readonly input: Omit<TuningInput, "current">;
  readonly applier: Applier | null;
  readonly signal: AbortSignal;
}): Promise<TuningStep> {
  const { plan, applier, signal } = terms;
  const enabled = terms.input.enabled && applier !== null;
  const read = applier === null ? null : await attempt(async () => applier.read(signal));
  const first = read?.value ?? null;
  const current = currentOf(first?.document ?? null, plan.parameters);
  const decision = decide(plan, terms.state, { ...terms.input, enabled, current });
  const written =
    applier === null || first === null
      ? null
      : await attempt(async () =>
          applyProposals(applier, first, { parameters: plan.parameters, proposals: decision.proposals, signal }),
        );
  const isBlind = read !== null && first === null;
  return {
    state: decision.state,
    tuning: {
      enabled,
      proposed: decision.proposals,
      readings: isBlind ? plan.parameters.map(unreadable) : (written?.value?.readings ?? []),
      applied: written?.value?.isFull ?? false,
      stateBefore: written?.value?.stateBefore ?? null,
      stateAfter: written?.value?.stateAfter ?? null,
      witness: decision.witness,
      reverted: decision.revert,
      guards: decision.guards,
    },
    others: written?.value?.others ?? [],
    problem: read?.problem ?? written?.problem ?? written?.value?.problem ?? null,
  };
}

function unreadable({ path }: ParameterPlan): LeafReading {
  return { path, before: null, wanted: null, after: null, verdict: "unreadable" };
}

type Attempted<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: { readonly code: string; readonly text: string } };

async function attempt<T>(act: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return { value: await act(), problem: null };
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    return { value: null, problem: { code: thrown.code, text: thrown.message } };
  }
}
