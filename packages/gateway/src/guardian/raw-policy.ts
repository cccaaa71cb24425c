import type { Role } from "../contract/principal.ts";
import type { Risk } from "../contract/risk.ts";
import type { BudgetPer, RuleEffect } from "./policy.ts";

/** A policy as it was written, after its JSON Schema has accepted it. */
export interface RawPolicy {
  readonly version: 1;
  readonly rules: readonly RawRule[];
  readonly escalate_from?: Risk;
  readonly budgets?: readonly RawBudget[];
  readonly approvals?: { readonly ttl?: string; readonly per_session?: number; readonly in_all?: number };
}

interface RawScope {
  readonly adapters?: readonly string[];
  readonly operations?: readonly string[];
}

export interface RawRule extends RawScope {
  readonly id: string;
  readonly roles?: readonly Role[];
  readonly when?: string;
  readonly then?: RuleEffect;
  readonly reason?: string;
  readonly raise_risk_to?: Risk;
}

export interface RawBudget extends RawScope {
  readonly id: string;
  readonly per: BudgetPer;
  readonly window: string;
  readonly limit: number;
  readonly amount?: string;
}
