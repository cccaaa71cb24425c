/** A signed decision that one failing check may pass for a while. Errors, missing and stale cannot be waived. */
export interface Waiver {
  readonly schema: "holdpoint/waiver/v1";
  readonly gate: string;
  readonly check: string;
  /** Reason code that is waived, or `*` for any failure of the check. */
  readonly code: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  /** RFC 3339 UTC; mandatory. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Commits that it must not govern: the ones that introduced or carry it first. */
  readonly introducedIn: string | null;
}

/** A waiver whose signatures the ledger room has verified. */
export interface VerifiedWaiver {
  readonly digest: string;
  readonly waiver: Waiver;
}
