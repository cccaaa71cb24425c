import type { Grant } from "../contract/action.ts";
import type { ReasonCode } from "../guardian/reason-codes.ts";

/** The call that an approval is to be used for. */
export interface GrantedCall {
  readonly actor: string;
  readonly adapter: string;
  readonly operation: string;
  readonly argumentsDigest: string;
  /** Of the policy in force. */
  readonly policyDigest: string;
  /** Counts from 1; one approval covers all attempts of its action. */
  readonly attempt: number;
}

export interface ApprovalObjection {
  readonly code: Extract<
    ReasonCode,
    "grant_mismatch" | "policy_changed" | "grant_expired" | "grant_consumed" | "approver_is_requester"
  >;
  readonly reason: string;
}

/**
 * Why an approval is none for this call, or null when it is one.
 *
 * @example
 * grantObjection(grant, { ...call, argumentsDigest: "sha256:other" }, nowMs)?.code; // "grant_mismatch"
 */
export function grantObjection(grant: Grant, call: GrantedCall, nowMs: number): ApprovalObjection | null {
  if (grant.approver === call.actor) return { code: "approver_is_requester", reason: `${call.actor} asked for it` };
  if (grant.adapter !== call.adapter) return mismatch("another adapter");
  if (grant.operation !== call.operation) return mismatch("another operation");
  if (grant.argumentsDigest !== call.argumentsDigest) return mismatch("other arguments");
  if (grant.policyDigest !== call.policyDigest) {
    return { code: "policy_changed", reason: "it was approved under another policy" };
  }
  return call.attempt > 1 ? laterObjection(grant) : firstObjection(grant, nowMs);
}

function mismatch(what: string): ApprovalObjection {
  return { code: "grant_mismatch", reason: `the approval is for ${what}` };
}

function firstObjection({ grantedAtMs, expiresAtMs, consumedAtMs }: Grant, nowMs: number): ApprovalObjection | null {
  if (consumedAtMs !== null) return { code: "grant_consumed", reason: "the approval was used already" };
  // Written so that an instant that is no number has passed, and one before the approval does not count.
  if (grantedAtMs <= nowMs && nowMs < expiresAtMs) return null;
  return { code: "grant_expired", reason: "the approval's time is over, or the clock stepped back behind it" };
}

/** What the first attempt used in time covers the later ones. */
function laterObjection({ consumedAtMs }: Grant): ApprovalObjection | null {
  if (consumedAtMs !== null) return null;
  return { code: "grant_mismatch", reason: "the approval was not used by the attempt before" };
}
