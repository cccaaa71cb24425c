import type { ChangesBody } from "../evidence/changes.ts";
import { KIND } from "../evidence/kinds.ts";
import type { Baseline } from "../noun/baseline.ts";
import type { Candidate } from "../noun/candidate.ts";
import type { Check, CheckInput } from "../noun/check.ts";
import type { StoredEvidence } from "../noun/evidence.ts";
import type { Finding, Location } from "../noun/finding.ts";
import { FINDING_LOCATIONS_MAX } from "../noun/finding.ts";
import type { JsonObject, Scalar } from "../noun/json.ts";
import type { CheckResult } from "../noun/result.ts";
import type { VerifiedWaiver } from "../noun/waiver.ts";
import type { EvidenceSet } from "./evidence-set.ts";
import { findingProblem } from "./finding-problem.ts";
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
  check: Check,
  set: EvidenceSet,
  overrides: JsonObject | undefined,
  terms: JudgeTerms,
): CheckResult {
  const { definition } = check;
  const params: JsonObject = overrides === undefined ? definition.params : { ...definition.params, ...overrides };
  const draft = misread(check, overrides) ?? refused(check, set, terms) ?? asked(check, set, params, terms);
  const { id, remediation, sections } = definition;
  return applyWaiver({ id, remediation, sections, params, waiver: null, ...draft }, terms);
}

/** A parameter that nothing reads would silently loosen or tighten nothing. */
function misread(check: Check, overrides: JsonObject | undefined): Draft | null {
  if (overrides === undefined) return null;
  const unknown = Object.keys(overrides).filter((name) => !Object.hasOwn(check.definition.params, name));
  if (unknown.length === 0) return null;
  return bare("error", "parameter-unknown", `the policy sets ${unknown.join(", ")}, which the check does not have`);
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
  if (terms.baseline === null && (baseline === "required" || (baseline === "base" && !hasBase(set)))) {
    return terms.firstRelease === "allow"
      ? bare("not-applicable", "first-release", "nothing was promoted before, and the profile allows a first release")
      : bare("missing", "baseline-missing", "there is no earlier promotion to compare with");
  }
  return null;
}

function hasBase(set: EvidenceSet): boolean {
  return set.of<ChangesBody>(KIND.changes).some(({ evidence }) => evidence.body.base !== null);
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
    return { ...bare("error", "check-threw", `the check threw: ${messageOf(thrown)}`), evidence: [...looked] };
  }
  const problem = findingProblem(check.definition, finding, looked.size);
  if (problem !== null) return { ...bare("error", "check-malformed", problem), evidence: [...looked] };
  return draftOf(finding, [...looked]);
}

function draftOf(finding: Finding, evidence: readonly string[]): Draft {
  const { outcome, code, reason, observed, threshold, flip, locations } = finding;
  return {
    outcome,
    code,
    reason: reason.toWellFormed(),
    observed: carried(observed),
    threshold: carried(threshold),
    flip: flip?.toWellFormed() ?? null,
    evidence,
    locations: locations?.slice(0, FINDING_LOCATIONS_MAX).map(recorded) ?? [],
  };
}

function recorded({ file, line, column, text }: Location): Location {
  return {
    file: file.toWellFormed(),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    text: text.toWellFormed(),
  };
}

/** A text cut in the middle of a surrogate pair could be neither hashed nor signed. */
function carried(value: Scalar): Scalar {
  return typeof value === "string" ? value.toWellFormed() : value;
}

function messageOf(thrown: unknown): string {
  try {
    return (thrown instanceof Error ? thrown.message : String(thrown)).toWellFormed();
  } catch {
    return "something that has no text";
  }
}
