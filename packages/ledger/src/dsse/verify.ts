import { verify } from "node:crypto";
import type { PublicKey } from "../keys/public-key.ts";
import type { Envelope } from "./envelope.ts";
import { pae } from "./pae.ts";

/**
 * The keys that have a good signature on the envelope, each once; empty when nobody known signed it.
 * Every key is tried on every signature: `keyid` is unauthenticated and must not decide.
 *
 * @example
 * const signers = verifyEnvelope(readEnvelope(bytes, "verdict.dsse.json"), [key]);
 */
export function verifyEnvelope(envelope: Envelope, keys: readonly PublicKey[]): PublicKey[] {
  const message = pae(envelope.payloadType, envelope.payload);
  const good = new Map<string, PublicKey>();
  for (const key of keys) {
    if (envelope.signatures.some(({ signature }) => isGood(key, message, signature))) good.set(key.fingerprint, key);
  }
  return [...good.values()];
}

const P256_RAW_SIZE_BYTES = 64;

function isGood(key: PublicKey, message: Buffer, signature: Buffer): boolean {
  if (key.type === "ed25519") return verify(null, message, key.object, signature);
  const { object } = key;
  // Both encodings are in use for P-256; a DER signature can be 64 bytes long, so both are tried.
  return (
    (signature.length === P256_RAW_SIZE_BYTES &&
      verify("sha256", message, { key: object, dsaEncoding: "ieee-p1363" }, signature)) ||
    verify("sha256", message, { key: object, dsaEncoding: "der" }, signature)
  );
}
