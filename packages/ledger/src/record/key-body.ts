import type { Json, JsonObject } from "@holdpoint/core";

/** Kinds of record that say which key signs; every other kind is the caller's. */
export const KEY_RECORD: {
  readonly added: "key-added";
  readonly rotated: "key-rotated";
  readonly revoked: "key-revoked";
} = { added: "key-added", rotated: "key-rotated", revoked: "key-revoked" };

/** Body of `key-added`, always record 0, and of `key-rotated`. */
export interface KeyBody {
  readonly fingerprint: string;
  /** Base64 of the raw Ed25519 key. */
  readonly publicKey: string;
  /** Fingerprint of the key that signed until now; null for the first. */
  readonly previous: string | null;
  /** DSSE envelope over the other members and the origin: signed by this key and by the previous one. */
  readonly envelope: JsonObject;
}

/** Body of `key-revoked`. */
export interface RevocationBody {
  readonly fingerprint: string;
  readonly reason: string;
}

export const KEY_PAYLOAD_TYPE = "application/vnd.holdpoint.ledger-key+json";

/** What is signed when a ledger takes a key. */
export function keyClaim(origin: string, body: Omit<KeyBody, "envelope">): JsonObject {
  const { fingerprint, publicKey, previous } = body;
  return { fingerprint, origin, previous, publicKey };
}

/** Null when a record's body is not that of a key record. */
export function readKeyBody(body: Json): KeyBody | null {
  if (!isObject(body)) return null;
  const { fingerprint, publicKey, previous, envelope } = body;
  if (typeof fingerprint !== "string" || typeof publicKey !== "string") return null;
  if (previous !== null && typeof previous !== "string") return null;
  return isObject(envelope) ? { fingerprint, publicKey, previous, envelope } : null;
}

/** Null when a record's body is not that of a revocation. */
export function readRevocationBody(body: Json): RevocationBody | null {
  if (!isObject(body)) return null;
  const { fingerprint, reason } = body;
  return typeof fingerprint === "string" && typeof reason === "string" ? { fingerprint, reason } : null;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
