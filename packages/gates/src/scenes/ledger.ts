import type { LedgerBody, LedgerKey } from "@holdpoint/core";

export function ledgerKey(changes: Partial<LedgerKey> = {}): LedgerKey {
  return {
    fingerprint: "SHA256:AbCdEf0123456789",
    file: ".holdpoint/keys/signing.pem",
    mode: "0600",
    privateToOwner: true,
    revoked: false,
    current: true,
    ...changes,
  };
}

/** A log of forty records that verifies, with a promotion in it and everything of this run recorded. */
export function ledger(changes: Partial<LedgerBody> = {}): LedgerBody {
  return {
    origin: "holdpoint/scene",
    size: 40,
    root: "q".repeat(43) + "=",
    anchoredUpTo: 40,
    problems: [],
    durability: { journal: "wal", synchronous: "full" },
    checkpoints: { outside: 6, disagreeing: [] },
    keys: [ledgerKey()],
    lastPromotion: { index: 21, size: 22, contiguous: true },
    unrecorded: [],
    recorded: 12,
    governance: { files: 3, promotions: [], problems: [] },
    ...changes,
  };
}
