import type { JsonObject } from "@holdpoint/core";
import type { OperationSpec } from "./adapter.ts";
import type { Principal } from "./principal.ts";
import type { Risk } from "./risk.ts";

export type DecisionKind = "ALLOW" | "DENY" | "ESCALATE";

/** A verdict of the guardian, before it is signed. */
export interface Decision {
  readonly decision: DecisionKind;
  /**
   * Closed set, snake case: `rule_allowed`, `no_rule`, `arguments_invalid`, `budget_exhausted`, `frozen`,
   * `guardian_error`…
   */
  readonly reasonCode: string;
  /** One sentence for a person; says which rule or field. */
  readonly reason: string;
  /** The highest of what the asker said, the operation's floor and the rules. */
  readonly risk: Risk;
  /** Digest of the policy in force (`sha256:…`). */
  readonly policyDigest: string;
}

/** An amount held against a budget until the action's end is known. */
export interface Reservation {
  readonly budget: string;
  /** What it is counted for: an actor, a session, or `*`. */
  readonly key: string;
  readonly windowStartMs: number;
  /** Whole units. */
  readonly amount: number;
}

/** A budget's standing as it is stored; absolute values, so that writing twice is writing once. */
export interface BudgetRow {
  readonly budget: string;
  readonly key: string;
  readonly windowStartMs: number;
  readonly reserved: number;
  readonly committed: number;
}

export interface DecisionRequest {
  readonly principal: Principal;
  readonly adapter: string;
  /** Null when the adapter has no such operation, which is denied. */
  readonly operation: OperationSpec | null;
  readonly operationName: string;
  readonly arguments: JsonObject;
  readonly argumentsDigest: string;
  readonly sessionId: string | null;
  readonly risk: Risk | null;
  readonly dryRun: boolean;
  /** 0 for an original; rules may see it as `generation`. */
  readonly generation: number;
  readonly nowMs: number;
}

export interface Decided {
  readonly decision: Decision;
  /** Already reserved; empty unless ALLOW or ESCALATE and not a dry run. */
  readonly reservations: readonly Reservation[];
}

/** The approvals part of the policy. */
export interface ApprovalTerms {
  readonly ttlMs: number;
  readonly perSessionMax: number;
  readonly inAllMax: number;
}

/** Decides; never throws: anything that throws inside is DENY with `guardian_error`. Deny is the default. */
export interface Guardian {
  readonly policyDigest: string;
  readonly approvals: ApprovalTerms;
  decide(request: DecisionRequest): Decided;
  /** The same judgement without reserving anything: dry runs, replay plans. */
  preview(request: DecisionRequest): Decision;
  /** Asked again before each attempt: the reason why it must not run any more, or null. */
  objection(held: {
    readonly policyDigest: string;
    readonly grantExpiresAtMs: number | null;
    readonly nowMs: number;
  }): Decision | null;
  /** Ends reservations: `commit` when the effect happened or may have, `release` when it surely did not. */
  settle(reservations: readonly Reservation[], how: "commit" | "release"): void;
  /** Standing of the budgets that these reservations touch, to be stored in the same commit. */
  budgetRows(reservations: readonly Reservation[]): readonly BudgetRow[];
  /** At start, from the store. */
  restore(rows: readonly BudgetRow[]): void;
  /** The global freeze: while set, everything is DENY with `frozen`, also what was allowed and has not started. */
  setFrozen(frozen: boolean): void;
  readonly frozen: boolean;
  /** Reads a policy and changes nothing; throws `HP-GATEWAY-POLICY` with file, line and column. */
  read(policyText: string, file: string): { readonly digest: string };
  /** The same, and puts it in force at once. */
  load(policyText: string, file: string): { readonly digest: string };
}
