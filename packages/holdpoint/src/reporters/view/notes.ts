import type { CheckResult, GateResult, Judgement, Outcome } from "@holdpoint/core";
import { HOLDING, OUTCOMES } from "@holdpoint/core";

export interface CheckOfGate {
  readonly gate: GateResult;
  readonly check: CheckResult;
}

/** Checks with one of the outcomes, in the judgement's order. */
export function checksWith(judgement: Judgement, outcomes: readonly Outcome[]): CheckOfGate[] {
  return judgement.gates.flatMap((gate) =>
    gate.checks.filter((check) => outcomes.includes(check.outcome)).map((check) => ({ gate, check })),
  );
}

/** Holding outcomes of advisory gates: they hold nothing, and must not be overlooked either. */
export function advisoryFindings(judgement: Judgement): CheckOfGate[] {
  return checksWith(judgement, [...HOLDING]).filter(({ gate }) => !gate.blocking);
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export function countOutcomes(checks: readonly CheckResult[]): OutcomeCounts {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const check of checks) counts[check.outcome] += 1;
  return counts;
}

/** `9 of 9`, `7 of 8, 1 unknown`: passed of decided, and what could not be decided at all. */
export function formatChecks(checks: readonly CheckResult[]): string {
  const counts = countOutcomes(checks);
  const decided = counts.pass + counts.warn + counts.fail + counts.waived;
  const unknown = counts.error + counts.missing + counts.stale;
  return `${counts.pass} of ${decided}${unknown === 0 ? "" : `, ${unknown} unknown`}`;
}
