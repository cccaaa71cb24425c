import { digestOf } from "../json/digest.ts";
import type { Baseline } from "../noun/baseline.ts";
import type { Candidate } from "../noun/candidate.ts";
import type { Gate } from "../noun/check.ts";
import type { StoredEvidence } from "../noun/evidence.ts";
import type { Json } from "../noun/json.ts";
import type { Policy } from "../noun/policy.ts";
import type { CheckResult, GateResult, Judgement } from "../noun/result.ts";
import { JUDGEMENT_SCHEMA } from "../noun/result.ts";
import { CATALOGUE_VERSION, SECTIONS } from "../noun/section.ts";
import type { VerifiedWaiver } from "../noun/waiver.ts";
import { catalogueDigest, coveredSections, holdReasons } from "./decide.ts";
import { EvidenceSet } from "./evidence-set.ts";
import type { JudgeTerms } from "./judge-check.ts";
import { judgeGate } from "./judge-gate.ts";

/** Everything a judgement depends on. Stored with the plan, so that a replay reads the same. */
export interface JudgeInput {
  readonly policy: Policy;
  readonly candidate: Candidate;
  readonly run: string;
  /** The instant of judgement, milliseconds since the epoch. */
  readonly nowMs: number;
  readonly baseline: Baseline | null;
  readonly waivers: readonly VerifiedWaiver[];
  readonly evidence: readonly StoredEvidence[];
}

export const EVIDENCE_AGE_DEFAULT_MAX_MS: number = 24 * 3_600_000;

/** Judges the gates of the policy that `gates` holds, in the policy's order. Pure. */
export function judgeGates(gates: readonly Gate[], input: JudgeInput): GateResult[] {
  const set = new EvidenceSet(input.evidence);
  const { policy } = input;
  const results: GateResult[] = [];
  for (const gatePolicy of policy.gates) {
    const gate = gates.find((one) => one.id === gatePolicy.id);
    if (gate === undefined) continue;
    const terms: JudgeTerms = {
      ...input,
      gate: gate.id,
      blocking: gatePolicy.blocking,
      firstRelease: policy.firstRelease,
      maxAgeMs: (kind) => policy.maxAgeMs[kind] ?? policy.maxAgeMs["*"] ?? EVIDENCE_AGE_DEFAULT_MAX_MS,
    };
    results.push(judgeGate(gate, gatePolicy, set, terms));
  }
  return results;
}

/** The whole judgement: same inputs, same bytes. */
export function judge(gates: readonly Gate[], input: JudgeInput): Judgement {
  const { policy, candidate, run, nowMs, baseline } = input;
  const results = judgeGates(gates, input);
  const covered = coveredSections(results);
  const reasons = holdReasons(policy, results, covered);
  return {
    schema: JUDGEMENT_SCHEMA,
    verdict: reasons.length === 0 ? "PROMOTE" : "HOLD",
    profile: policy.profile,
    partial: policy.partial,
    candidate,
    run,
    judgedAt: new Date(nowMs).toISOString(),
    policyDigest: digestOf(policy as unknown as Json),
    catalogue: { version: CATALOGUE_VERSION, digest: catalogueDigest() },
    baseline: { choice: policy.baseline, verdict: baseline?.verdict ?? null },
    gates: results,
    sections: {
      required: policy.requiredSections,
      covered,
      uncovered: SECTIONS.map((section) => section.id).filter((id) => !covered.includes(id)),
    },
    holdReasons: reasons,
    evidence: input.evidence
      .map(({ digest, evidence: { kind, provenance, samples } }) => ({ kind, digest, provenance, samples }))
      .sort((a, b) => (a.kind + a.digest < b.kind + b.digest ? -1 : 1)),
    notJudged: policy.notJudged,
    score: score(results.flatMap((gate) => gate.checks)),
  };
}

function score(checks: readonly CheckResult[]): Judgement["score"] {
  const count = (outcomes: readonly string[]): number =>
    checks.filter((check) => outcomes.includes(check.outcome)).length;
  return { passed: count(["pass"]), decided: count(["pass", "warn", "fail", "waived"]), asked: checks.length };
}
