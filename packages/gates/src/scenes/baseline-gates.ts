import type { BaselineGate, JsonObject, PlanBody } from "@holdpoint/core";

/** The gates of a plan as the promotion before it would have left them. */
export function baselineGates(plan: PlanBody): readonly BaselineGate[] {
  return plan.gates.map(({ id, blocking, checks }) => ({
    id,
    blocking,
    verdict: "PASS",
    checks: checks.map((check) => ({ id: check.id, outcome: "pass", params: check.params as JsonObject })),
  }));
}

/** A promotion that one check judged. */
export function judgedThen(gate: string, check: string): readonly BaselineGate[] {
  return [{ id: gate, blocking: true, verdict: "PASS", checks: [{ id: check, outcome: "pass", params: {} }] }];
}
