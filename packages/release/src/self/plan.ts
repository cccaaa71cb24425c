import type { Gate, GateResult, PlanBody, Policy } from "@holdpoint/core";
import { coveredSections } from "@holdpoint/core";

/** Body of `plan` evidence: what the profile asks for, with the parameters in force. */
export function planBody(policy: Policy, gates: readonly Gate[], judged: readonly GateResult[]): PlanBody {
  return {
    profile: policy.profile,
    gates: policy.gates.map(({ id, blocking, params }) => {
      const gate = gates.find((one) => one.id === id);
      return {
        id,
        blocking,
        exists: gate !== undefined,
        sections: gate?.sections ?? [],
        checks: (gate?.checks ?? []).map(({ definition }) => ({
          id: definition.id,
          params: { ...definition.params, ...params[definition.id] },
        })),
      };
    }),
    requiredGates: policy.requiredGates,
    requiredSections: policy.requiredSections,
    coveredSections: coveredSections(judged),
  };
}
