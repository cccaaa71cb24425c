import type { VerifiedWaiver } from "@holdpoint/core";
import type { PublicKey } from "../keys/public-key.ts";
import type { Revocation } from "../verify/verification.ts";
import type {
  GovernanceException,
  GovernanceExceptionEvent,
  GovernanceKey,
  GovernanceKind,
  GovernancePin,
  GovernancePromotion,
} from "./records.ts";

/** Why a file under `governance/` is not used; closed. */
export type GovernanceProblemCode =
  | "unreadable"
  | "malformed"
  | "misnamed"
  | "key-unknown"
  | "key-revoked"
  | "signature-missing"
  | "misplaced"
  | "duplicate";

export interface GovernanceProblem {
  /** Relative to `governance/`, with `/`. */
  readonly file: string;
  readonly code: GovernanceProblemCode;
  readonly text: string;
}

/** A record whose signatures are good, and the file that it stands in. */
export interface Verified<Record> {
  readonly file: string;
  /** `sha256:` digest of the file's bytes. */
  readonly digest: string;
  readonly record: Record;
}

export type TrustedKey = Verified<GovernanceKey> & { readonly key: PublicKey };

/** Everything under `governance/` that verifies, and everything that does not. */
export interface Governance {
  readonly keys: readonly TrustedKey[];
  readonly revocations: readonly Revocation[];
  readonly promotions: readonly Verified<GovernancePromotion>[];
  readonly pins: readonly Verified<GovernancePin>[];
  /** `introducedIn` is filled in by the caller, who knows the commit that added `file`. */
  readonly waivers: readonly (VerifiedWaiver & { readonly file: string })[];
  readonly exceptions: readonly Verified<GovernanceException>[];
  readonly exceptionEvents: readonly Verified<GovernanceExceptionEvent>[];
  /** Every file that verified, for the ledger. */
  readonly files: readonly { readonly file: string; readonly kind: GovernanceKind; readonly digest: string }[];
  readonly problems: readonly GovernanceProblem[];
}

/** A file as it lies there; `bytes` is null when it could not be read. */
export interface GovernanceFile {
  readonly kind: GovernanceKind;
  readonly file: string;
  readonly bytes: Uint8Array | null;
}
