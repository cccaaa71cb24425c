import type { ApprovalTerms } from "../contract/guardian.ts";

/** Actions that wait for an approval now. */
export interface ApprovalCounts {
  /** Of the same session; what has none counts as one session of its actor. */
  readonly session: number;
  readonly inAll: number;
}

/**
 * Why one more may not wait for an approval (`approvals_full`), or null when it may.
 *
 * @example
 * approvalCapObjection({ session: 10, inAll: 10 }, { ttlMs: 120_000, perSessionMax: 10, inAllMax: 1000 });
 * // "10 of the session wait already"
 */
export function approvalCapObjection(counts: ApprovalCounts, terms: ApprovalTerms): string | null {
  // Written so that a count that is no number is too many.
  if (!(counts.session < terms.perSessionMax)) return `${counts.session} of the session wait already`;
  if (!(counts.inAll < terms.inAllMax)) return `${counts.inAll} wait already`;
  return null;
}
