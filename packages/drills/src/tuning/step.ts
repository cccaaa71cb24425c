import type { LeafReading, ParameterPlan, SoakTuning, TuningInput, TuningPlan, TuningState } from "@holdpoint/core";
import { decideTuning, isHoldpointError } from "@holdpoint/core";
import type { Applier } from "./applier.ts";
import { applyProposals } from "./apply.ts";
import { currentOf } from "./leaves.ts";

/** One iteration's tuning, done and ready for the record. */
export interface TuningStep {
  readonly state: TuningState;
  readonly tuning: SoakTuning;
}

/**
 * Reads the parameters, decides, writes, and reads back. Without an applier everything is proposed and nothing is let
 * through. A registered error of the applier is told as the tuning's problem and makes no soak stop;
 * another error is thrown.
 *
 * @example
 * let { state, tuning } = await tuneStep({ plan, state: TUNING_START, input, applier, signal });
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
  const decision = decideTuning(plan, terms.state, { ...terms.input, enabled, current });
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
      others: written?.value?.others ?? [],
      problem: read?.problem ?? written?.problem ?? written?.value?.problem ?? null,
      witness: decision.witness,
      reverted: decision.revert,
      guards: decision.guards,
    },
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
