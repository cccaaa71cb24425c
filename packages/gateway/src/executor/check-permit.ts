import type { JsonObject } from "@holdpoint/core";
import { digestOf } from "@holdpoint/core";
import type { Permit, PermitProof, VerdictGroup } from "../contract/adapter.ts";
import type { VerifiedGroup } from "./verify-group.ts";

/** The call that is about to be made. */
export interface CallToPermit {
  readonly actionId: string;
  readonly adapter: string;
  readonly operation: string;
  readonly arguments: JsonObject;
}

/**
 * Why a permit is no ALLOW for exactly this call, or null when it is one. Everything is recomputed: the arguments'
 * digest, what the signed verdict says, that it is in its group, and that the guardian signed the group. Anything that
 * throws while it is looked at is an objection.
 */
export function permitObjection(
  permit: Permit | null,
  call: CallToPermit,
  nowMs: number,
  verify: (group: VerdictGroup) => VerifiedGroup,
): string | null {
  try {
    if (typeof permit !== "object" || permit === null) return "there is no permit";
    return termsObjection(permit, call, nowMs) ?? proofObjection(permit, verify);
  } catch (thrown) {
    return `the permit cannot be read (${thrown instanceof Error ? thrown.message : "something was thrown"})`;
  }
}

function termsObjection(permit: Permit, call: CallToPermit, nowMs: number): string | null {
  if (permit.decision !== "ALLOW") return "the decision is not ALLOW";
  if (permit.actionId !== call.actionId) return "it is for another action";
  if (permit.adapter !== call.adapter) return "it is for another adapter";
  if (permit.operation !== call.operation) return "it is for another operation";
  if (permit.argumentsDigest !== digestOf(call.arguments)) return "it is for other arguments";
  const { expiresAtMs } = permit;
  // Written so that an instant that is no number has passed.
  if (expiresAtMs !== null && !(nowMs < expiresAtMs)) return "it has expired";
  return null;
}

function proofObjection(permit: Permit, verify: (group: VerdictGroup) => VerifiedGroup): string | null {
  const { verdictText, index, group }: PermitProof = permit.proof;
  const verdict = JSON.parse(verdictText) as Readonly<Record<string, unknown>>;
  const said: readonly (readonly [string, unknown])[] = [
    ["decision", "ALLOW"],
    ["action", permit.actionId],
    ["adapter", permit.adapter],
    ["operation", permit.operation],
    ["arguments", permit.argumentsDigest],
    ["policy", permit.policyDigest],
  ];
  for (const [key, expected] of said) {
    if (typeof expected !== "string" || verdict[key] !== expected) return `the verdict's ${key} is not the permit's`;
  }
  if ("expires_at_ms" in verdict && verdict["expires_at_ms"] !== permit.expiresAtMs) {
    return "the verdict's expires_at_ms is not the permit's";
  }
  const verified = verify(group);
  if ("objection" in verified) return verified.objection;
  return verified.texts[index] === verdictText ? null : "the verdict is not at its place in the group";
}
