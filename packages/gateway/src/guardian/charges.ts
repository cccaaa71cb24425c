import type { DecisionRequest } from "../contract/guardian.ts";
import type { CompiledBudget } from "./compile-policy.ts";
import { evaluationProblem } from "./evaluation-problem.ts";
import type { Facts } from "./expression.ts";
import type { PolicyBudget } from "./policy.ts";

/** What an action takes out of a budget. */
export interface Charge {
  readonly budget: PolicyBudget;
  readonly key: string;
  /** Whole units, 1 or more. */
  readonly amount: number;
}

export type Charges = { readonly charges: readonly Charge[] } | { readonly problem: string };

const NONE: Charges = { charges: [] };

/** What an action takes out of each budget that is for it; a problem where that cannot be said of any of them. */
export function chargesOf(budgets: readonly CompiledBudget[], request: DecisionRequest, facts: Facts): Charges {
  if (budgets.length === 0) return NONE;
  const charges: Charge[] = [];
  for (const compiled of budgets) {
    const { budget } = compiled;
    if (!compiled.adapterFits(request.adapter) || !compiled.operationFits(request.operationName)) continue;
    const key = keyOf(budget, request);
    if (key === null) return { problem: `"${budget.id}" is per session, and this has none` };
    const amount = amountOf(compiled, facts);
    if (typeof amount === "string") return { problem: `the amount for "${budget.id}" ${amount}` };
    if (amount > 0) charges.push({ budget, key, amount });
  }
  return { charges };
}

function keyOf({ per }: PolicyBudget, { principal, sessionId }: DecisionRequest): string | null {
  if (per === "all") return "*";
  const key = per === "actor" ? principal.actor : sessionId;
  return key === "" ? null : key;
}

/** A whole number, or what is wrong with it. */
function amountOf({ amount }: CompiledBudget, facts: Facts): number | string {
  if (amount === null) return 1;
  let value: unknown;
  try {
    value = amount(facts);
  } catch (thrown) {
    return `cannot be evaluated: ${evaluationProblem(thrown)}`;
  }
  const number = typeof value === "bigint" ? Number(value) : value;
  if (typeof number !== "number") return "is not a number";
  if (!Number.isSafeInteger(number) || number < 0) return "is not a whole number from 0 to 2^53 - 1";
  return number;
}
