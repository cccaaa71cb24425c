import type { Decision, DecisionKind, DecisionRequest } from "../contract/guardian.ts";
import type { Risk } from "../contract/risk.ts";
import { highestRisk, riskAtLeast, RISKS } from "../contract/risk.ts";
import { argumentCheckOf } from "./argument-check.ts";
import type { Charge } from "./charges.ts";
import { chargesOf } from "./charges.ts";
import { evaluationProblem } from "./evaluation-problem.ts";
import { factsOf } from "./facts-of.ts";
import { judgeRules } from "./judge-rules.ts";
import type { LoadedPolicy } from "./read-policy.ts";
import type { ReasonCode } from "./reason-codes.ts";
import { REASONS } from "./reason-codes.ts";

export interface Judgement {
  readonly decision: Decision;
  /** What it would take out of budgets; empty unless ALLOW or ESCALATE. */
  readonly charges: readonly Charge[];
}

const NO_CHARGES: readonly Charge[] = [];

/** Looks at a request with the policy in force; whether the budgets have that much left is not looked at. */
export function judge(policy: LoadedPolicy, frozen: boolean, request: DecisionRequest): Judgement {
  const verdict = (kind: DecisionKind, code: ReasonCode, risk: Risk, more: string | null): Decision =>
    decisionOf(kind, code, risk, policy.digest, more);
  const deny = (code: ReasonCode, risk: Risk, more: string | null): Judgement => ({
    decision: verdict("DENY", code, risk, more),
    charges: NO_CHARGES,
  });
  if (!Number.isSafeInteger(request.nowMs)) throw new Error("the instant is not a whole number of milliseconds");
  const { operation } = request;
  const asked = request.risk === null ? "safe" : known(request.risk);
  if (operation === null) return deny(frozen ? "frozen" : "operation_unknown", asked, null);
  const floor = highestRisk(asked, known(operation.risk));
  if (frozen) return deny("frozen", floor, null);
  const problem = argumentCheckOf(operation)(request.arguments);
  if (problem !== null) return deny("arguments_invalid", floor, problem);
  const facts = factsOf(request, floor);
  const { effect, told, risk } = judgeRules(policy.rules, request, facts, floor);
  if (effect === null) return deny("no_rule", risk, null);
  if (effect === "deny") return deny("rule_denied", risk, told);
  const taken = chargesOf(policy.budgets, request, facts);
  if ("problem" in taken) return deny("budget_error", risk, taken.problem);
  const { charges } = taken;
  if (effect === "escalate") return { decision: verdict("ESCALATE", "rule_escalated", risk, told), charges };
  if (riskAtLeast(risk, policy.policy.escalateFrom)) {
    return { decision: verdict("ESCALATE", "risk_escalated", risk, `${told}, at the risk ${risk}`), charges };
  }
  return { decision: verdict("ALLOW", "rule_allowed", risk, told), charges };
}

/** The verdict on whatever throws while it is judged. How bad it may be is not known, so it counts as the worst. */
export function errorDecision(thrown: unknown, policyDigest: string): Decision {
  return decisionOf("DENY", "guardian_error", "critical", policyDigest, evaluationProblem(thrown));
}

export function decisionOf(
  decision: DecisionKind,
  reasonCode: ReasonCode,
  risk: Risk,
  policyDigest: string,
  more: string | null,
): Decision {
  const sentence = REASONS[reasonCode];
  const reason = more === null ? sentence : `${sentence.slice(0, -1)}: ${more}`;
  return { decision, reasonCode, reason, risk, policyDigest };
}

function known(risk: Risk): Risk {
  if (RISKS.includes(risk)) return risk;
  throw new Error("the risk is none of those there are");
}
