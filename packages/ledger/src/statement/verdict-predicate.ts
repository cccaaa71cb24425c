import type { Candidate, HoldReason, ReleaseVerdict } from "@holdpoint/core";
import type { ResourceDescriptor, Statement } from "./statement.ts";

export const VSA_PREDICATE_TYPE = "https://slsa.dev/verification_summary/v1";
export const VERIFIER_ID = "urn:holdpoint:verifier";
export const EVIDENCE_URI_PREFIX = "urn:holdpoint:evidence:";

/** SLSA Verification Summary Attestation v1, with one extension member of our own. */
export interface VerdictPredicate {
  readonly verifier: { readonly id: string; readonly version: Readonly<Record<string, string>> };
  /** RFC 3339 UTC: the instant of judgement. */
  readonly timeVerified: string;
  readonly resourceUri: string;
  readonly policy: ResourceDescriptor;
  /** Every piece of evidence, whatever it says. */
  readonly inputAttestations: readonly ResourceDescriptor[];
  readonly verificationResult: "PASSED" | "FAILED";
  readonly verifiedLevels: readonly string[];
  readonly slsaVersion: string;
  readonly holdpoint: VerdictExtension;
}

/** What a Holdpoint verdict says beyond the standard. */
export interface VerdictExtension {
  readonly run: string;
  readonly profile: string;
  readonly verdict: ReleaseVerdict;
  /** Digest of the judgement, `sha256:` + hexadecimal. */
  readonly judgement: string;
  readonly catalogue: { readonly version: string; readonly digest: string };
  readonly candidate: Candidate;
  readonly baseline: { readonly choice: string; readonly verdict: string | null };
  readonly holdReasons: readonly HoldReason[];
  readonly notJudged: readonly { readonly suite: string; readonly reason: string }[];
  /** The ledger as it was right before the verdict was recorded. */
  readonly ledger: VerdictLedger;
}

export interface VerdictLedger {
  readonly origin: string;
  readonly size: number;
  /** Base64 of the RFC 6962 root. */
  readonly root: string;
  /** The signed checkpoint of that size. */
  readonly checkpoint: string;
}

export type VerdictStatement = Statement<VerdictPredicate>;
