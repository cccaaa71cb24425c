import type { Role } from "../contract/principal.ts";
import type { Expression } from "./expression.ts";
import { compileExpression } from "./expression.ts";
import type { ExpressionFault } from "./expression-bounds.ts";
import { nameGlobs } from "./name-glob.ts";
import type { Policy, PolicyBudget, PolicyRule, PolicyScope } from "./policy.ts";

export interface CompiledScope {
  readonly adapterFits: (name: string) => boolean;
  readonly operationFits: (name: string) => boolean;
}

export interface CompiledRule extends CompiledScope {
  readonly rule: PolicyRule;
  readonly roles: ReadonlySet<Role> | null;
  readonly when: Expression | null;
  /** What a person is told when it decides. */
  readonly told: string;
}

export interface CompiledBudget extends CompiledScope {
  readonly budget: PolicyBudget;
  readonly amount: Expression | null;
}

export interface CompiledPolicy {
  readonly policy: Policy;
  readonly rules: readonly CompiledRule[];
  readonly budgets: readonly CompiledBudget[];
}

/** Told of an expression that is none; throws. */
export type RefuseExpression = (path: readonly string[], text: string, fault: ExpressionFault) => never;

/** Makes everything that deciding needs, so that a policy which loads is a policy that can be evaluated. */
export function compilePolicy(policy: Policy, refuse: RefuseExpression): CompiledPolicy {
  const expression = (text: string | null, wanted: "truth" | "number", path: readonly string[]): Expression | null => {
    if (text === null) return null;
    const compiled = compileExpression(text, wanted);
    return typeof compiled === "function" ? compiled : refuse(path, text, compiled);
  };
  return {
    policy,
    rules: policy.rules.map((rule, index) => ({
      ...scope(rule),
      rule,
      roles: rule.roles === null ? null : new Set(rule.roles),
      when: expression(rule.when, "truth", ["rules", String(index), "when"]),
      told: rule.reason === null ? `"${rule.id}"` : `"${rule.id}", ${rule.reason}`,
    })),
    budgets: policy.budgets.map((budget, index) => ({
      ...scope(budget),
      budget,
      amount: expression(budget.amount, "number", ["budgets", String(index), "amount"]),
    })),
  };
}

function scope({ adapters, operations }: PolicyScope): CompiledScope {
  return { adapterFits: nameGlobs(adapters), operationFits: nameGlobs(operations) };
}
