import type { Baseline, Waiver } from "@holdpoint/core";

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

/** A decision that something is outside the rules for a while. Signed by owner and approver. */
export interface GovernanceException {
  readonly schema: "holdpoint/exception/v1";
  /** What is excepted, in the words of the rule that reads it: `licence:left-pad@1.3.0`. */
  readonly subject: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly createdAt: string;
  readonly expiresAt: string;
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
  pin: "pins",
};

export function governancePayloadType(kind: GovernanceKind): string {
  return `application/vnd.holdpoint.${kind}+json`;
}
