import type { ApprovalTerms } from "../contract/guardian.ts";
import type { Role } from "../contract/principal.ts";
import type { Risk } from "../contract/risk.ts";

export type RuleEffect = "allow" | "deny" | "escalate";

/** Whose amounts are added up: each actor's, each session's, or everybody's. */
export type BudgetPer = "actor" | "session" | "all";

/** A policy after reading: defaults filled in, durations in milliseconds. The digest is of its RFC 8785 form. */
export interface Policy {
  readonly version: 1;
  readonly rules: readonly PolicyRule[];
  /** What is allowed at this risk or above is escalated. */
  readonly escalateFrom: Risk;
  readonly budgets: readonly PolicyBudget[];
  readonly approvals: ApprovalTerms;
}

/** Globs of names, in which `*` stands for any characters. */
export interface PolicyScope {
  readonly adapters: readonly string[];
  readonly operations: readonly string[];
}

export interface PolicyRule extends PolicyScope {
  readonly id: string;
  /** The asker has one of these; null: whoever asks. */
  readonly roles: readonly Role[] | null;
  /** CEL; null: always. */
  readonly when: string | null;
  /** Null for a rule that only raises the risk. */
  readonly effect: RuleEffect | null;
  readonly reason: string | null;
  readonly raiseRiskTo: Risk | null;
}

export interface PolicyBudget extends PolicyScope {
  readonly id: string;
  readonly per: BudgetPer;
  /** Windows begin at whole multiples of it since 1970. */
  readonly windowMs: number;
  /** Whole units in a window. */
  readonly limit: number;
  /** CEL for a whole number of units; null: 1. */
  readonly amount: string | null;
}
