import { HoldpointError } from "@holdpoint/core";
import type { Action, Grant } from "../contract/action.ts";
import type { ApprovalTerms } from "../contract/guardian.ts";

/** What of an action an approval is bound to. */
export type Approvable = Pick<
  Action,
  "actor" | "adapter" | "operation" | "argumentsDigest" | "decision" | "deadlineAtMs"
>;

/**
 * The approval of exactly this call, by the policy that escalated it. It is good for the policy's `ttl`, and not beyond
 * the action's deadline.
 *
 * @throws HoldpointError `HP-GATEWAY-APPROVER-IS-REQUESTER`, or `HP-GATEWAY-STATE-CONFLICT` for an action that was not
 * escalated
 * @example
 * grantFor(action, "bea", nowMs, guardian.approvals); // { approver: "bea", argumentsDigest: "sha256:…", … }
 */
export function grantFor(action: Approvable, approver: string, nowMs: number, terms: ApprovalTerms): Grant {
  if (approver === action.actor) {
    throw new HoldpointError("HP-GATEWAY-APPROVER-IS-REQUESTER", `${approver} asked for it`);
  }
  if (action.decision?.decision !== "ESCALATE") {
    throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", "nothing escalated it, so there is nothing to approve");
  }
  const until = nowMs + terms.ttlMs;
  return {
    approver,
    adapter: action.adapter,
    operation: action.operation,
    argumentsDigest: action.argumentsDigest,
    policyDigest: action.decision.policyDigest,
    grantedAtMs: nowMs,
    expiresAtMs: action.deadlineAtMs === null ? until : Math.min(until, action.deadlineAtMs),
    consumedAtMs: null,
  };
}
