import type { Gate } from "../noun/check.ts";
import type { GateVerdict, Outcome } from "../noun/outcome.ts";
import { DECIDED } from "../noun/outcome.ts";
import type { GatePolicy } from "../noun/policy.ts";
import type { GateResult } from "../noun/result.ts";
import type { EvidenceSet } from "./evidence-set.ts";
import type { JudgeTerms } from "./judge-check.ts";
import { judgeCheck } from "./judge-check.ts";

/** Judges every check of a gate and merges the outcomes by priority. */
export function judgeGate(gate: Gate, policy: GatePolicy, set: EvidenceSet, terms: JudgeTerms): GateResult {
  const checks = gate.checks.map((check) => judgeCheck(check, set, policy.params[check.definition.id], terms));
  return {
    id: gate.id,
    title: gate.title,
    verdict: mergeOutcomes(checks.map((check) => check.outcome)),
    blocking: policy.blocking,
    sections: gate.sections,
    checks,
  };
}

/**
 * fail > error, missing, stale > (pass, warn, not-applicable, waived); with nothing decided INCONCLUSIVE.
 *
 * @example
 * mergeOutcomes(["pass", "missing"]); // "INCONCLUSIVE"
 * mergeOutcomes([]); // "INCONCLUSIVE"
 */
export function mergeOutcomes(outcomes: readonly Outcome[]): GateVerdict {
  const has = (outcome: Outcome): boolean => outcomes.includes(outcome);
  if (has("fail")) return "FAIL";
  if (has("error") || has("missing") || has("stale")) return "INCONCLUSIVE";
  if (!outcomes.some((outcome) => DECIDED.has(outcome))) return "INCONCLUSIVE";
  return has("warn") ? "WARN" : "PASS";
}
