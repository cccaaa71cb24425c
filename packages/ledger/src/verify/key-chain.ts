import type { Json } from "@holdpoint/core";
import { canonicalize, isHoldpointError } from "@holdpoint/core";
import { readEnvelope } from "../dsse/envelope.ts";
import { verifyEnvelope } from "../dsse/verify.ts";
import type { PublicKey } from "../keys/public-key.ts";
import { publicKeyOfRaw } from "../keys/public-key.ts";
import type { NoteKey } from "../note/note-key.ts";
import { noteKey } from "../note/note-key.ts";
import type { KeyBody } from "../record/key-body.ts";
import { KEY_PAYLOAD_TYPE, KEY_RECORD, keyClaim, readKeyBody, readRevocationBody } from "../record/key-body.ts";
import type { LedgerRecord } from "../record/record.ts";

/** A key of the ledger and from which record on it signs. */
export interface ChainKey {
  readonly key: PublicKey;
  readonly note: NoteKey;
  readonly fromSeq: number;
}

/** The keys that a ledger's records name, each vouched for by the one before it. */
export class KeyChain {
  readonly keys: ChainKey[] = [];
  /** By fingerprint: index of the record that revokes. */
  readonly revokedAtSeq: Map<string, number> = new Map<string, number>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Takes a record of a kind that concerns keys; false when it is not one that may stand there. */
  take(record: LedgerRecord): boolean {
    if (record.kind === KEY_RECORD.revoked) {
      const body = readRevocationBody(record.body);
      if (body === null) return false;
      if (!this.revokedAtSeq.has(body.fingerprint)) this.revokedAtSeq.set(body.fingerprint, record.seq);
      return true;
    }
    const body = readKeyBody(record.body);
    const previous = this.keys.at(-1);
    const begins = record.kind === KEY_RECORD.added;
    if (body === null || begins !== (previous === undefined) || (begins && record.seq !== 0)) return false;
    if (body.previous !== (previous?.key.fingerprint ?? null)) return false;
    const key = publicKeyOfRaw(Buffer.from(body.publicKey, "base64"));
    if ("rejected" in key || key.fingerprint !== body.fingerprint) return false;
    const note = noteKey(this.#origin, key);
    const needed = previous === undefined ? [key] : [key, previous.key];
    if (note === null || !isSignedBy(this.#origin, body, needed)) return false;
    this.keys.push({ key, note, fromSeq: record.seq });
    return true;
  }

  /** The key that had to sign the checkpoint of that size. */
  at(size: number): ChainKey | null {
    return this.keys.findLast((one) => one.fromSeq < size) ?? null;
  }

  /** True when one of these keys is of the chain; the others are vouched for by it, or vouch for it. */
  isTrustedBy(trusted: readonly PublicKey[]): boolean {
    return this.keys.some(({ key }) => trusted.some((one) => one.fingerprint === key.fingerprint));
  }
}

function isSignedBy(origin: string, body: KeyBody, needed: readonly PublicKey[]): boolean {
  try {
    const envelope = readEnvelope(Buffer.from(canonicalize(body.envelope as Json)), "");
    const claim = canonicalize(keyClaim(origin, body));
    if (envelope.payloadType !== KEY_PAYLOAD_TYPE || envelope.payload.toString("utf8") !== claim) return false;
    return verifyEnvelope(envelope, needed).length === needed.length;
  } catch (thrown) {
    if (isHoldpointError(thrown)) return false;
    throw thrown;
  }
}
