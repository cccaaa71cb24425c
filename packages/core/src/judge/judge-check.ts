import type { Baseline } from "../noun/baseline.ts";
import type { Candidate } from "../noun/candidate.ts";
import type { Check, CheckInput } from "../noun/check.ts";
import type { StoredEvidence } from "../noun/evidence.ts";
import type { Finding } from "../noun/finding.ts";
import { FINDING_LOCATIONS_MAX } from "../noun/finding.ts";
import type { JsonObject } from "../noun/json.ts";
import type { CheckResult } from "../noun/result.ts";
import type { VerifiedWaiver } from "../noun/waiver.ts";
import type { EvidenceSet } from "./evidence-set.ts";
import { applyWaiver } from "./waive.ts";

/** Everything around one check that is the same for all checks of a gate. */
export interface JudgeTerms {
  readonly gate: string;
  readonly blocking: boolean;
  readonly candidate: Candidate;
  readonly run: string;
  readonly nowMs: number;
  readonly baseline: Baseline | null;
  readonly firstRelease: "allow" | "refuse";
  readonly waivers: readonly VerifiedWaiver[];
  maxAgeMs(kind: string): number;
}

type Draft = Omit<CheckResult, "id" | "remediation" | "sections" | "params" | "waiver">;

/** Judges one check: evidence first, then the baseline, then the check's own question. Never throws. */
export function judgeCheck(
  check: Check, set: EvidenceSet, overrides: JsonObject | undefined, terms: JudgeTerms,
): CheckResult {
  const { definition } = check;
  const params: JsonObject = overrides === undefined ? definition.params : { ...definition.params, ...overrides };
  const draft = refused(check, set, terms) ?? asked(check, set, params, terms);
  const { id, remediation, sections } = definition;
  return applyWaiver({ id, remediation, sections, params, waiver: null, ...draft }, terms);
}

function refused(check: Check, set: EvidenceSet, terms: JudgeTerms): Draft | null {
  const { needs, baseline } = check.definition;
  for (const kind of needs) {
    const refusal = set.refusal(kind, { ...terms, maxAgeMs: terms.maxAgeMs(kind) });
    if (refusal !== null) {
      return { ...refusal, observed: null, threshold: null, locations: [] };
    }
  }
  if (needs.length === 0) {
    return bare("missing", "evidence-missing", "the check names no evidence to look at");
  }
  if (baseline === "required" && terms.baseline === null) {
    return terms.firstRelease === "allow"
      ? bare("not-applicable", "first-release", "nothing was promoted before, and the profile allows a first release")
      : bare("missing", "baseline-missing", "there is no earlier promotion to compare with");
  }
  return null;
}

function bare(outcome: CheckResult["outcome"], code: string, reason: string): Draft {
  return { outcome, code, reason, observed: null, threshold: null, flip: null, evidence: [], locations: [] };
}

function asked(check: Check, set: EvidenceSet, params: JsonObject, terms: JudgeTerms): Draft {
  const looked = new Set<string>();
  const input: CheckInput = {
    candidate: terms.candidate,
    params,
    baseline: terms.baseline,
    nowMs: terms.nowMs,
    of: <Body>(kind: string): readonly StoredEvidence<Body>[] => {
      const found = set.of<Body>(kind);
      for (const stored of found) looked.add(stored.digest);
      return found;
    },
  };
  let finding: Finding;
  try {
    finding = check.judge(input);
  } catch (thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    return { ...bare("error", "check-threw", `the check threw: ${text}`), evidence: [...looked] };
  }
  const problem = malformed(check, finding, looked.size);
  if (problem !== null) return { ...bare("error", "check-malformed", problem), evidence: [...looked] };
  return {
    outcome: finding.outcome,
    code: finding.code,
    reason: finding.reason,
    observed: finding.observed,
    threshold: finding.threshold,
    flip: finding.flip ?? null,
    evidence: [...looked],
    locations: finding.locations?.slice(0, FINDING_LOCATIONS_MAX) ?? [],
  };
}

/** A check that answers without looking, or with a code that it never declared, proves nothing. */
function malformed(check: Check, finding: Finding, looked: number): string | null {
  const decided = finding.outcome === "pass" || finding.outcome === "not-applicable";
  if (looked === 0) return "the check answered without looking at any evidence";
  if (finding.outcome === "pass" && finding.code !== "pass") return `a pass has the code "${finding.code}"`;
  if (!decided && !Object.hasOwn(check.definition.reasons, finding.code)) {
    return `the check gave the undeclared reason "${finding.code}"`;
  }
  return null;
}
