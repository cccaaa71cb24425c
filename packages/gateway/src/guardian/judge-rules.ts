import type { DecisionRequest } from "../contract/guardian.ts";
import type { Principal, Role } from "../contract/principal.ts";
import type { Risk } from "../contract/risk.ts";
import { highestRisk } from "../contract/risk.ts";
import type { CompiledRule } from "./compile-policy.ts";
import { evaluationProblem } from "./evaluation-problem.ts";
import type { Facts } from "./expression.ts";
import type { RuleEffect } from "./policy.ts";

/** What the rules say together. */
export interface Ruling {
  /** Null: no rule that says anything fits. */
  readonly effect: RuleEffect | null;
  /** The first rule of that effect, in a person's words. */
  readonly told: string;
  readonly risk: Risk;
}

const WEIGHT: Readonly<Record<RuleEffect, number>> = { allow: 1, escalate: 2, deny: 3 };

/**
 * Looks at all rules: any deny wins, then any escalate, then any allow. Every rule that fits may raise the risk.
 *
 * @throws Error when a condition cannot be evaluated
 */
export function judgeRules(
  rules: readonly CompiledRule[],
  request: DecisionRequest,
  facts: Facts,
  riskBefore: Risk,
): Ruling {
  let effect: RuleEffect | null = null;
  let told = "";
  let risk = riskBefore;
  for (const rule of rules) {
    if (!ruleFits(rule, request, facts)) continue;
    const { effect: its, raiseRiskTo } = rule.rule;
    if (raiseRiskTo !== null) risk = highestRisk(risk, raiseRiskTo);
    if (its !== null && (effect === null || WEIGHT[its] > WEIGHT[effect])) [effect, told] = [its, rule.told];
  }
  return { effect, told, risk };
}

function ruleFits(rule: CompiledRule, { principal, adapter, operationName }: DecisionRequest, facts: Facts): boolean {
  if (!rule.adapterFits(adapter) || !rule.operationFits(operationName) || !roleFits(rule.roles, principal))
    return false;
  if (rule.when === null) return true;
  const value = evaluated(rule, rule.when, facts);
  if (value === true || value === false) return value;
  throw new Error(`"when" of the rule "${rule.rule.id}" is neither true nor false`);
}

function evaluated({ rule }: CompiledRule, when: NonNullable<CompiledRule["when"]>, facts: Facts): unknown {
  try {
    return when(facts);
  } catch (cause) {
    throw new Error(`"when" of the rule "${rule.id}" cannot be evaluated: ${evaluationProblem(cause)}`, { cause });
  }
}

function roleFits(wanted: ReadonlySet<Role> | null, { roles }: Principal): boolean {
  if (wanted === null) return true;
  for (const role of roles) if (wanted.has(role)) return true;
  return false;
}
