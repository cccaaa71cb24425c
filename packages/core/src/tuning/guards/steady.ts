import type { GuardPlan } from "../../soak/plan.ts";

/** JSON. */
export interface SteadyState {
  /** Good iterations on end. */
  readonly good: number;
  /** Iterations that it stays frozen for, this one included; 0: not frozen. */
  readonly left: number;
}

export const RESTLESS: SteadyState = { good: 0, left: 0 };

/** After one more iteration. So many good ones on end freeze for so many, from the last of them on. */
export function lookAtSteady(state: SteadyState, isGood: boolean, terms: GuardPlan["steady"]): SteadyState {
  if (terms === null) return RESTLESS;
  const good = isGood ? state.good + 1 : 0;
  const left = Math.max(0, state.left - 1);
  return { good, left: left === 0 && good >= terms.good ? terms.frozen : left };
}
