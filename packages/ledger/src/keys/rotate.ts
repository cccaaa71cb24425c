import { HoldpointError } from "@holdpoint/core";
import type { Appended } from "../store/append.ts";
import type { Ledger } from "../ledger.ts";
import { currentKey } from "./current-key.ts";
import { keyRevokedRecord, keyRotatedRecord } from "./key-record.ts";
import type { Signer } from "./signer.ts";

/** Hands a ledger over to another key: the record and its checkpoint are signed by both. */
export function rotateKey(ledger: Ledger, next: Signer): Appended {
  const previous = ledger.signer;
  if (next.publicKey.fingerprint === previous.publicKey.fingerprint) {
    throw new HoldpointError("HP-KEY-FOREIGN", "the ledger has this key already");
  }
  const appended = ledger.appendSigned([keyRotatedRecord(ledger.origin, previous, next)], [next, previous]);
  ledger.useSigner(next);
  return appended;
}

/** Records that a key counts for nothing from now on. The current key must be handed over first. */
export function revokeKey(ledger: Ledger, fingerprint: string, reason: string): Appended {
  if (fingerprint === currentKey(ledger.store)) {
    throw new HoldpointError("HP-KEY-FOREIGN", "the ledger's own key cannot be revoked; hand the ledger over first");
  }
  return ledger.append([keyRevokedRecord(fingerprint, reason)]);
}
