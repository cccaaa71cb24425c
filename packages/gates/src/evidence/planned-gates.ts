import type { CheckInput, PlanBody, PlannedGate } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { SELF_GATE_IDS } from "../self-gates.ts";

/** Gates that the profile names and that exist, in the profile's order. */
export function plannedGates(input: CheckInput): readonly PlannedGate[] {
  return plans(input)
    .flatMap((plan) => plan.gates)
    .filter((gate) => gate.exists);
}

/** Those of them that have been judged when the self gates are. */
export function judgedBefore(input: CheckInput): readonly PlannedGate[] {
  return plannedGates(input).filter((gate) => !SELF_GATE_IDS.includes(gate.id));
}

export function plans(input: CheckInput): readonly PlanBody[] {
  return bodiesOf<PlanBody>(input, KIND.plan);
}
