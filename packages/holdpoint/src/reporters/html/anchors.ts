import type { CheckResult, GateResult, Judgement } from "@holdpoint/core";

/** Identifiers by position: a name from outside never becomes one. */
export interface Anchors {
  gate(gate: GateResult): string;
  check(check: CheckResult): string;
}

export function anchorsOf(judgement: Judgement): Anchors {
  const ids = new Map<GateResult | CheckResult, string>();
  for (const [at, gate] of judgement.gates.entries()) {
    ids.set(gate, `gate-${at + 1}`);
    for (const [index, check] of gate.checks.entries()) ids.set(check, `check-${at + 1}-${index + 1}`);
  }
  return { gate: (gate) => ids.get(gate) ?? "gates", check: (check) => ids.get(check) ?? "gates" };
}
