import type { Json, Judgement } from "@holdpoint/core";
import { digestOf } from "@holdpoint/core";
import { STATEMENT_TYPE } from "./statement.ts";
import { candidateSubjects, sha256Digest } from "./subjects.ts";
import type { VerdictLedger, VerdictStatement } from "./verdict-predicate.ts";
import { EVIDENCE_URI_PREFIX, VERIFIER_ID, VSA_PREDICATE_TYPE } from "./verdict-predicate.ts";

export interface VerdictInput {
  readonly judgement: Judgement;
  /** Head of the ledger before the verdict is recorded. */
  readonly ledger: VerdictLedger;
  /** Version of Holdpoint. */
  readonly version: string;
}

const SLSA_VERSION = "1.0";

/** The statement of a verdict: PROMOTE is PASSED, HOLD is FAILED, and both name all evidence. Pure. */
export function verdictStatement({ judgement, ledger, version }: VerdictInput): VerdictStatement {
  const { candidate, verdict, profile } = judgement;
  const promoted = verdict === "PROMOTE";
  return {
    _type: STATEMENT_TYPE,
    subject: candidateSubjects(candidate),
    predicateType: VSA_PREDICATE_TYPE,
    predicate: {
      verifier: { id: VERIFIER_ID, version: { holdpoint: version } },
      timeVerified: judgement.judgedAt,
      resourceUri: resourceUri(candidate.service, candidate.environment),
      policy: {
        uri: `urn:holdpoint:profile:${encodeURIComponent(profile)}`,
        digest: sha256Digest(judgement.policyDigest),
      },
      inputAttestations: judgement.evidence.map(({ kind, digest }) => ({
        uri: `${EVIDENCE_URI_PREFIX}${encodeURIComponent(kind)}`,
        digest: sha256Digest(digest),
      })),
      verificationResult: promoted ? "PASSED" : "FAILED",
      verifiedLevels: [promoted ? levelOf(profile) : "FAILED"],
      slsaVersion: SLSA_VERSION,
      holdpoint: {
        run: judgement.run,
        profile,
        verdict,
        judgement: digestOf(judgement as unknown as Json),
        catalogue: judgement.catalogue,
        candidate,
        baseline: judgement.baseline,
        holdReasons: judgement.holdReasons,
        notJudged: judgement.notJudged,
        ledger,
      },
    },
  };
}

/** Names what a verdict was asked for: a service in an environment. */
export function resourceUri(service: string, environment: string): string {
  return `urn:holdpoint:service:${encodeURIComponent(service)}:${encodeURIComponent(environment)}`;
}

/** Our own level for a profile; `SLSA_` levels are not ours to give. */
export function levelOf(profile: string): string {
  return `HOLDPOINT_${profile.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
}
