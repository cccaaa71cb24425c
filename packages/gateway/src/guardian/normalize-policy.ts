import { durationMs } from "@holdpoint/core";
import type { ApprovalTerms } from "../contract/guardian.ts";
import type { Policy, PolicyBudget, PolicyRule, PolicyScope } from "./policy.ts";
import type { RawBudget, RawPolicy, RawRule } from "./raw-policy.ts";

const ALL: readonly string[] = ["*"];

export const APPROVALS_DEFAULT: ApprovalTerms = { ttlMs: 120_000, perSessionMax: 10, inAllMax: 1_000 };

/** Fills in the defaults of a valid policy, so that what is left out and what is spelled out have one digest. */
export function normalizePolicy(raw: RawPolicy): Policy {
  const { ttl, per_session, in_all } = raw.approvals ?? {};
  return {
    version: 1,
    rules: raw.rules.map(rule),
    escalateFrom: raw.escalate_from ?? "high",
    budgets: (raw.budgets ?? []).map(budget),
    approvals: {
      ttlMs: durationMs(ttl ?? "") ?? APPROVALS_DEFAULT.ttlMs,
      perSessionMax: per_session ?? APPROVALS_DEFAULT.perSessionMax,
      inAllMax: in_all ?? APPROVALS_DEFAULT.inAllMax,
    },
  };
}

function rule(raw: RawRule): PolicyRule {
  return {
    id: raw.id,
    ...scope(raw),
    roles: raw.roles ?? null,
    when: raw.when ?? null,
    effect: raw.then ?? null,
    reason: raw.reason ?? null,
    raiseRiskTo: raw.raise_risk_to ?? null,
  };
}

function budget(raw: RawBudget): PolicyBudget {
  return {
    id: raw.id,
    ...scope(raw),
    per: raw.per,
    windowMs: durationMs(raw.window) ?? 0,
    limit: raw.limit,
    amount: raw.amount ?? null,
  };
}

function scope(raw: RawRule | RawBudget): PolicyScope {
  return { adapters: raw.adapters ?? ALL, operations: raw.operations ?? ALL };
}
