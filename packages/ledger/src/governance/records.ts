import type { Baseline, Count, CoverageMetric, ResolutionReason, Waiver } from "@holdpoint/core";

/** A public key that the repository trusts: committed like code, signed by itself. */
export interface GovernanceKey {
  readonly schema: "holdpoint/key/v1";
  /** Name of its file, without extension. */
  readonly id: string;
  /** Who answers for it; waivers name owners. */
  readonly owner: string;
  /** A ledger's key signs promotions; a person's key signs everything that people decide. */
  readonly use: "ledger" | "person";
  readonly fingerprint: string;
  /** Base64 of the raw Ed25519 key. */
  readonly publicKey: string;
  readonly createdAt: string;
}

/** From `revokedAt` on the key counts for nothing. Signed by any trusted key, itself included. */
export interface GovernanceRevocation {
  readonly schema: "holdpoint/revocation/v1";
  readonly fingerprint: string;
  readonly revokedAt: string;
  readonly reason: string;
}

/** What a promotion leaves behind for clones with an empty ledger. Signed by the ledger's key. */
export interface GovernancePromotion {
  readonly schema: "holdpoint/promotion/v1";
  readonly baseline: Baseline;
  /** The ledger's signed checkpoint that covers the verdict. */
  readonly checkpoint: string;
}

/** A decision that files may stay below their coverage floor for a while. Signed by owner and approver. */
export interface GovernanceException {
  readonly schema: "holdpoint/exception/v1";
  /** Name of its file, without extension. */
  readonly id: string;
  /** Path of a tracked file, or a glob. */
  readonly path: string;
  readonly metric: CoverageMetric;
  /** One word for why: `generated`, `platform`, `legacy`. */
  readonly type: string;
  readonly rationale: string;
  /** What keeps the uncovered code from doing harm meanwhile. */
  readonly mitigation: string;
  /** Sum over its files when it was decided: it stands for no more uncovered than this. */
  readonly atDecision: Count;
  readonly nextReviewAt: string;
  readonly owner: string;
  readonly approver: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** What became of an exception. Signed by who says so; an exception itself is never changed or removed. */
export interface GovernanceExceptionEvent {
  readonly schema: "holdpoint/exception-event/v1";
  /** Id of the exception. */
  readonly exception: string;
  /** `sha256:` digest of its record in RFC 8785 form, so that the event fits this decision and no other. */
  readonly digest: string;
  readonly at: string;
  readonly by: string;
  readonly event: "reviewed" | "resolved";
  /** What a review found; null for a resolution. */
  readonly note: string | null;
  /** Set by a review; null for a resolution. */
  readonly nextReviewAt: string | null;
  /** Of a resolution; null for a review. */
  readonly why: ResolutionReason | null;
  /** Final numbers of a resolution; null where nothing is measured any more. */
  readonly final: Count | null;
}

/** A named verdict that candidates can be compared with. Signed by its owner. */
export interface GovernancePin {
  readonly schema: "holdpoint/pin/v1";
  readonly id: string;
  readonly owner: string;
  readonly reason: string;
  readonly createdAt: string;
  readonly baseline: Baseline;
}

/** Every kind with what it holds. */
export interface GovernanceRecords {
  readonly key: GovernanceKey;
  readonly revocation: GovernanceRevocation;
  readonly promotion: GovernancePromotion;
  readonly waiver: Waiver;
  readonly exception: GovernanceException;
  readonly "exception-event": GovernanceExceptionEvent;
  readonly pin: GovernancePin;
}

export type GovernanceKind = keyof GovernanceRecords;

/** Folder of each kind below `governance/`. */
export const GOVERNANCE_FOLDER: { readonly [kind in GovernanceKind]: string } = {
  key: "keys",
  revocation: "revocations",
  promotion: "promotions",
  waiver: "waivers",
  exception: "exceptions",
  "exception-event": "exception-events",
  pin: "pins",
};

export function governancePayloadType(kind: GovernanceKind): string {
  return `application/vnd.holdpoint.${kind}+json`;
}
