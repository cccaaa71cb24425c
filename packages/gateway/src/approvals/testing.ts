import type { Grant } from "../contract/action.ts";
import type { ApprovalTerms, Decision } from "../contract/guardian.ts";
import type { Approvable } from "./grant.ts";
import { grantFor } from "./grant.ts";
import type { GrantedCall } from "./grant-objection.ts";

export const NOW_MS = 1_800_000_000_000;
export const TERMS: ApprovalTerms = { ttlMs: 120_000, perSessionMax: 10, inAllMax: 1_000 };
export const POLICY: string = `sha256:${"a".repeat(64)}`;

const ESCALATED: Decision = {
  decision: "ESCALATE",
  reasonCode: "rule_escalated",
  reason: "ask",
  risk: "high",
  policyDigest: POLICY,
};

/** Ann asks for a refund, which was escalated. */
export function testingApprovable(more: Partial<Approvable> = {}): Approvable {
  return {
    actor: "ann",
    adapter: "payments",
    operation: "refund",
    argumentsDigest: `sha256:${"b".repeat(64)}`,
    decision: ESCALATED,
    deadlineAtMs: null,
    ...more,
  };
}

/** Bea approved it. */
export function testingGrant(more: Partial<Grant> = {}): Grant {
  return { ...grantFor(testingApprovable(), "bea", NOW_MS, TERMS), ...more };
}

/** The call that it is for. */
export function testingCall(more: Partial<GrantedCall> = {}): GrantedCall {
  const { actor, adapter, operation, argumentsDigest } = testingApprovable();
  return { actor, adapter, operation, argumentsDigest, policyDigest: POLICY, attempt: 1, ...more };
}
