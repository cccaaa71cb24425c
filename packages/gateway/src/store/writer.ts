import type { PublicKey } from "@holdpoint/ledger";
import type { Change, CommittedGroup } from "./change.ts";

/** The one writer. A group is durable when its promise resolves; when it rejects, nothing of it is. */
export interface Writer {
  /** Name of the ledger; the guardian's notes are of `guardianOrigin`. */
  readonly origin: string;
  readonly guardianOrigin: string;
  readonly guardianKey: PublicKey;
  readonly ledgerKey: PublicKey;
  /** Records that a checkpoint outside the store vouches for. */
  readonly anchoredUpTo: number;
  /** One group at a time; rejects with `HP-LEDGER-FULL`, `HP-LEDGER-…`. */
  commit(changes: readonly Change[]): Promise<CommittedGroup>;
  close(): Promise<void>;
}

export function guardianOriginOf(origin: string): string {
  return `${origin}/guardian`;
}
