import type { BaselineGate, CheckInput, Gate, GateResult, JsonObject, JudgeInput } from "@holdpoint/core";
import { EvidenceSet } from "@holdpoint/core";

/** What the next release will be compared with: by gate, as each gate's `facts` makes them. */
export function factsOf(gates: readonly Gate[], input: JudgeInput): JsonObject {
  const set = new EvidenceSet(input.evidence);
  const facts: Record<string, JsonObject> = {};
  for (const { id } of input.policy.gates) {
    const gate = gates.find((one) => one.id === id);
    if (gate?.facts === undefined) continue;
    const checkInput: CheckInput = {
      candidate: input.candidate,
      params: {},
      baseline: input.baseline,
      nowMs: input.nowMs,
      of: (kind) => set.of(kind),
    };
    facts[id] = gate.facts(checkInput);
  }
  return facts;
}

/** The part of a gate's result that later releases inherit. */
export function inheritedGates(results: readonly GateResult[]): BaselineGate[] {
  return results.map(({ id, blocking, verdict, checks }) => ({
    id,
    blocking,
    verdict,
    checks: checks.map((check) => ({ id: check.id, outcome: check.outcome, params: check.params })),
  }));
}
