import { digestOf } from "../json/digest.ts";
import type { Baseline } from "../noun/baseline.ts";
import type { Candidate } from "../noun/candidate.ts";
import type { Gate } from "../noun/check.ts";
import { SELF_KINDS } from "../evidence/kinds.ts";
import type { CollectionFailure, Evidence, StoredEvidence } from "../noun/evidence.ts";
import { COLLECTION_FAILURE } from "../noun/evidence.ts";
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
  const { policy } = input;
  const sets = {
    candidate: new EvidenceSet(input.evidence.filter(isOfCandidate)),
    self: new EvidenceSet(input.evidence),
  };
  const results: GateResult[] = [];
  for (const gatePolicy of policy.gates) {
    const gate = gates.find((one) => one.id === gatePolicy.id);
    if (gate === undefined) continue;
    const terms: JudgeTerms = {
      ...input,
      gate: gate.id,
      blocking: gatePolicy.blocking,
      firstRelease: policy.firstRelease,
      maxAgeMs: (kind) => maxAgeMs(policy, kind),
    };
    results.push(judgeGate(gate, gatePolicy, sets[gate.phase], terms));
  }
  return results;
}

/** Whenever a candidate's gate is judged, it sees the same evidence: that of its own phase. */
function isOfCandidate({ evidence }: StoredEvidence): boolean {
  const failure = evidence as Evidence<CollectionFailure>;
  return !SELF_KINDS.has(evidence.kind === COLLECTION_FAILURE ? failure.body.of : evidence.kind);
}

function maxAgeMs({ maxAgeMs: limits }: Policy, kind: string): number {
  const own = Object.hasOwn(limits, kind) ? limits[kind] : limits["*"];
  return own ?? EVIDENCE_AGE_DEFAULT_MAX_MS;
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
    evidence: new EvidenceSet(input.evidence).all.map(({ digest, evidence: { kind, provenance, samples } }) => ({
      kind,
      digest,
      provenance,
      samples,
    })),
    notJudged: policy.notJudged,
    score: score(results.flatMap((gate) => gate.checks)),
  };
}

function score(checks: readonly CheckResult[]): Judgement["score"] {
  const count = (outcomes: readonly string[]): number =>
    checks.filter((check) => outcomes.includes(check.outcome)).length;
  return { passed: count(["pass"]), decided: count(["pass", "warn", "fail", "waived"]), asked: checks.length };
}
