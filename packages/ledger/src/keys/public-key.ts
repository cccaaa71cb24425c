import type { KeyObject } from "node:crypto";
import { createPublicKey, hash } from "node:crypto";

/** A public key with its name; `raw` is set for Ed25519 only (RFC 8032, 32 bytes). */
export interface PublicKey {
  /** `SHA256:` and the unpadded base64 SHA-256 of the raw Ed25519 key, or of the SPKI form of other keys. */
  readonly fingerprint: string;
  readonly type: "ed25519" | "ecdsa-p256";
  readonly raw: Buffer | null;
  readonly object: KeyObject;
}

/** Why something is not a usable public key; a rejection, never a crash. */
export interface KeyRejection {
  readonly rejected: string;
}

export const ED25519_RAW_SIZE_BYTES = 32;
export const KEY_TEXT_SIZE_CHARS_MAX = 16_384;

/**
 * Reads a public key: PEM (SPKI) of Ed25519 or ECDSA P-256, or the base64 of a raw Ed25519 key.
 *
 * @example
 * const key = readPublicKey(pem);
 * if ("rejected" in key) console.log(key.rejected);
 */
export function readPublicKey(text: string): PublicKey | KeyRejection {
  if (text.length > KEY_TEXT_SIZE_CHARS_MAX) return { rejected: `longer than ${KEY_TEXT_SIZE_CHARS_MAX} characters` };
  const trimmed = text.trim();
  if (trimmed.includes("PRIVATE KEY")) return { rejected: "it is a private key; give the public one" };
  if (!trimmed.startsWith("-----BEGIN")) return readRawKey(trimmed);
  try {
    return describe(createPublicKey({ key: trimmed, format: "pem" }));
  } catch (thrown) {
    return { rejected: `not a key in PEM form (${(thrown as Error).message})` };
  }
}

/** The same for the 32 bytes of an Ed25519 key. */
export function publicKeyOfRaw(raw: Uint8Array): PublicKey | KeyRejection {
  if (raw.length !== ED25519_RAW_SIZE_BYTES) return { rejected: `an Ed25519 key has 32 bytes, not ${raw.length}` };
  try {
    const x = Buffer.from(raw).toString("base64url");
    return describe(createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }));
  } catch (thrown) {
    return { rejected: `not an Ed25519 key (${(thrown as Error).message})` };
  }
}

function readRawKey(text: string): PublicKey | KeyRejection {
  const raw = Buffer.from(text, "base64");
  if (raw.toString("base64") !== text) return { rejected: "neither PEM nor base64" };
  return publicKeyOfRaw(raw);
}

/** Describes a key that node:crypto has read; other kinds of key are rejected. */
export function describe(object: KeyObject): PublicKey | KeyRejection {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = object;
  if (type === "ed25519") {
    const raw = Buffer.from((object.export({ format: "jwk" }) as { x: string }).x, "base64url");
    return { fingerprint: fingerprintOf(raw), type, raw, object };
  }
  if (type === "ec" && details?.namedCurve === "prime256v1") {
    const spki = object.export({ format: "der", type: "spki" });
    return { fingerprint: fingerprintOf(spki), type: "ecdsa-p256", raw: null, object };
  }
  return { rejected: `a key of type ${type ?? "unknown"} is not accepted; Ed25519 and ECDSA P-256 are` };
}

/** `SHA256:` and the unpadded base64 SHA-256 of a key's bytes, as people compare it. */
export function fingerprintOf(bytes: Uint8Array): string {
  return `SHA256:${hash("sha256", bytes, "base64").replace(/=+$/, "")}`;
}

/** SPKI PEM of a public key, ending with a line feed. */
export function publicKeyPem(key: Pick<PublicKey, "object">): string {
  return key.object.export({ format: "pem", type: "spki" }).toString();
}

/** File name for a fingerprint, without extension: base64url has no `/`. */
export function keyFileStem(fingerprint: string): string {
  return fingerprint
    .replace(/^SHA256:/, "")
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
