import { HoldpointError } from "@holdpoint/core";
import type { Action, Grant } from "../contract/action.ts";
import type { Decision } from "../contract/guardian.ts";
import { actionError } from "./action-error.ts";
import { assertMay, move } from "./move.ts";

/** Approved by somebody else: ready, under a grant for exactly this call. */
export function approved(action: Action, grant: Grant, decision: Decision, nowMs: number): Action {
  assertMay(action, "READY");
  if (action.state !== "AWAITING_APPROVAL") {
    throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", `the action is ${action.state} and waits for nobody`);
  }
  if (grant.approver === action.actor) {
    throw new HoldpointError("HP-GATEWAY-APPROVER-IS-REQUESTER", `${grant.approver} asked for it`);
  }
  return move(action, "READY", nowMs, { grant, decision });
}

/** Denied by a person; it stays so. */
export function deniedBy(action: Action, by: string, decision: Decision, reason: string, nowMs: number): Action {
  if (action.state !== "AWAITING_APPROVAL") {
    throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", `the action is ${action.state} and waits for nobody`);
  }
  const error = actionError("HP-ACTION-DENIED", "policy_denied", `approval_denied: ${reason}`);
  return move(action, "DENIED", nowMs, { endedBy: by, decision, error });
}

export function expired(action: Action, nowMs: number): Action {
  const error = actionError("HP-ACTION-EXPIRED", "policy_denied", "nobody approved it in time");
  return move(action, "EXPIRED", nowMs, { error });
}

export function cancelled(action: Action, by: string, reason: string, nowMs: number): Action {
  const error = actionError("HP-ACTION-CANCELLED", "policy_denied", reason);
  return move(action, "CANCELLED", nowMs, { endedBy: by, error });
}
