import { HoldpointError } from "@holdpoint/core";
import { KEY_RECORD, readKeyBody } from "../record/key-body.ts";
import { readRecord } from "../record/read-record.ts";
import type { LedgerReader } from "../store/ledger-store.ts";

/** Fingerprint of the key that a ledger names as its signing key; null for a ledger without records. */
export function currentKey(reader: LedgerReader): string | null {
  for (const kind of [KEY_RECORD.rotated, KEY_RECORD.added]) {
    const stored = reader.find({ kind, order: "newest-first", limit: 1 })[0];
    if (stored === undefined) continue;
    const body = readKeyBody(readRecord(stored).body);
    if (body === null) throw new HoldpointError("HP-LEDGER-CORRUPT", `record ${stored.seq} does not name a key`);
    return body.fingerprint;
  }
  if (reader.lastCheckpoint() === null) return null;
  throw new HoldpointError("HP-LEDGER-CORRUPT", "the ledger has records, but none of them names its key");
}
