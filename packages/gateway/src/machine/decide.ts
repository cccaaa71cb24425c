import type { Action } from "../contract/action.ts";
import type { Decided, Decision } from "../contract/guardian.ts";
import { actionError } from "./action-error.ts";
import { move } from "./move.ts";

/** What the guardian said of a received action; a dry run stops here. */
export function decided(action: Action, { decision, reservations }: Decided, nowMs: number, ttlMs: number): Action {
  const terms = { decision, reservations };
  if (decision.decision === "DENY") return denied({ ...action, ...terms }, decision, nowMs);
  if (action.dryRun) {
    const would = decision.decision === "ALLOW" ? "READY" : "AWAITING_APPROVAL";
    return move(action, "SIMULATED", nowMs, { ...terms, result: { dry_run: true, would_be: would } });
  }
  if (decision.decision === "ALLOW") return move(action, "READY", nowMs, terms);
  const until = nowMs + ttlMs;
  const approvalExpiresAtMs = action.deadlineAtMs === null ? until : Math.min(until, action.deadlineAtMs);
  return move(action, "AWAITING_APPROVAL", nowMs, { ...terms, approvalExpiresAtMs });
}

/** The guardian's no, at the beginning or when what was allowed is no more. */
export function denied(action: Action, decision: Decision, nowMs: number): Action {
  const error = actionError("HP-ACTION-DENIED", "policy_denied", `${decision.reasonCode}: ${decision.reason}`);
  return move(action, "DENIED", nowMs, { decision, error });
}
