import type { CheckResult } from "../noun/result.ts";
import type { VerifiedWaiver, Waiver } from "../noun/waiver.ts";
import { isTwoPeople } from "../noun/two-people.ts";
import { parseInstant } from "../time/instant.ts";

export interface WaiveTerms {
  readonly gate: string;
  readonly nowMs: number;
  readonly candidate: { readonly commit: string };
  readonly waivers: readonly VerifiedWaiver[];
}

/** Turns a `fail` into `waived` where a valid waiver says so. Error, missing and stale are never waived. */
export function applyWaiver(result: CheckResult, terms: WaiveTerms): CheckResult {
  if (result.outcome !== "fail") return result;
  const found = terms.waivers.find(({ waiver }) => governs(waiver, result, terms));
  if (found === undefined) return result;
  const { owner, approver, expiresAt, reason } = found.waiver;
  const why = `${result.reason} (waived until ${expiresAt} by ${owner}, approved by ${approver}: ${reason})`;
  return { ...result, outcome: "waived", reason: why, waiver: found.digest };
}

function governs(waiver: Waiver, result: CheckResult, terms: WaiveTerms): boolean {
  return (
    waiver.gate === terms.gate &&
    waiver.check === result.id &&
    (waiver.code === "*" || waiver.code === result.code) &&
    isTwoPeople(waiver.owner, waiver.approver) &&
    waiver.reason.trim() !== "" &&
    waiver.introducedIn !== null &&
    waiver.introducedIn !== terms.candidate.commit &&
    parseInstant(waiver.createdAt) <= terms.nowMs &&
    terms.nowMs < parseInstant(waiver.expiresAt)
  );
}
