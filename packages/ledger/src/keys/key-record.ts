import type { Json, JsonObject } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import { signEnvelope } from "../dsse/sign.ts";
import type { KeyBody } from "../record/key-body.ts";
import { KEY_PAYLOAD_TYPE, KEY_RECORD, keyClaim } from "../record/key-body.ts";
import type { NewRecord } from "../record/record.ts";
import type { Signer } from "./signer.ts";

/** The first record of a ledger: the key that signs it, signed by itself. */
export function keyAddedRecord(origin: string, signer: Signer): NewRecord {
  return { kind: KEY_RECORD.added, run: "", body: keyBody(origin, signer, null) };
}

/** The record that hands the ledger over to another key, signed by both. */
export function keyRotatedRecord(origin: string, previous: Signer, next: Signer): NewRecord {
  return { kind: KEY_RECORD.rotated, run: "", body: keyBody(origin, next, previous) };
}

/** The record after which a key counts for nothing; the current key cannot revoke itself, rotate first. */
export function keyRevokedRecord(fingerprint: string, reason: string): NewRecord {
  return { kind: KEY_RECORD.revoked, run: "", body: { fingerprint, reason } };
}

function keyBody(origin: string, signer: Signer, previous: Signer | null): JsonObject {
  const claim: Omit<KeyBody, "envelope"> = {
    fingerprint: signer.publicKey.fingerprint,
    publicKey: signer.publicKey.raw.toString("base64"),
    previous: previous?.publicKey.fingerprint ?? null,
  };
  const payload = Buffer.from(canonicalize(keyClaim(origin, claim)));
  const envelope = signEnvelope(KEY_PAYLOAD_TYPE, payload, previous === null ? [signer] : [signer, previous]);
  return { ...claim, envelope: JSON.parse(envelope) as Json };
}
