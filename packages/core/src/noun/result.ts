import type { Candidate } from "./candidate.ts";
import type { Location } from "./finding.ts";
import type { JsonObject, Scalar } from "./json.ts";
import type { GateVerdict, Outcome, ReleaseVerdict } from "./outcome.ts";
import type { Provenance } from "./evidence.ts";
import type { SectionId } from "./section.ts";

export interface CheckResult {
  readonly id: string;
  readonly outcome: Outcome;
  readonly code: string;
  readonly observed: Scalar;
  readonly threshold: Scalar;
  readonly reason: string;
  readonly flip: string | null;
  readonly remediation: string;
  readonly sections: readonly SectionId[];
  readonly params: JsonObject;
  /** Digests of the evidence that it looked at. */
  readonly evidence: readonly string[];
  readonly locations: readonly Location[];
  /** Digest of the waiver that turned `fail` into `waived`. */
  readonly waiver: string | null;
}

export interface GateResult {
  readonly id: string;
  readonly title: string;
  readonly verdict: GateVerdict;
  readonly blocking: boolean;
  readonly sections: readonly SectionId[];
  readonly checks: readonly CheckResult[];
}

export interface HoldReason {
  readonly gate: string;
  readonly check: string | null;
  readonly outcome: string;
  readonly code: string;
  readonly text: string;
}

export interface EvidenceReference {
  readonly kind: string;
  readonly digest: string;
  readonly provenance: Provenance;
  readonly samples: number;
}

export const JUDGEMENT_SCHEMA = "holdpoint/judgement/v1";

/** Everything the rules say about one candidate; same inputs, same bytes. */
export interface Judgement {
  readonly schema: typeof JUDGEMENT_SCHEMA;
  readonly verdict: ReleaseVerdict;
  readonly profile: string;
  readonly partial: boolean;
  readonly candidate: Candidate;
  readonly run: string;
  readonly judgedAt: string;
  readonly policyDigest: string;
  readonly catalogue: { readonly version: string; readonly digest: string };
  readonly baseline: { readonly choice: string; readonly verdict: string | null };
  readonly gates: readonly GateResult[];
  readonly sections: {
    readonly required: readonly SectionId[];
    readonly covered: readonly SectionId[];
    readonly uncovered: readonly SectionId[];
  };
  readonly holdReasons: readonly HoldReason[];
  readonly evidence: readonly EvidenceReference[];
  readonly notJudged: readonly { readonly suite: string; readonly reason: string }[];
  /** Information only: a verdict never rests on it. */
  readonly score: {
    readonly passed: number;
    readonly decided: number;
    readonly asked: number;
  };
}
