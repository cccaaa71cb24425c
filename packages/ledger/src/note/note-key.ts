import { hash } from "node:crypto";
import type { PublicKey } from "../keys/public-key.ts";

export const NOTE_KEY_ID_SIZE_BYTES = 4;
const ED25519_TYPE = 0x01;

/** A key as C2SP signed-note knows it: by its name and four bytes of a digest. */
export interface NoteKey {
  readonly name: string;
  readonly id: Buffer;
  readonly key: PublicKey;
}

/** First 4 bytes of SHA-256(name, line feed, 0x01, raw key). */
export function noteKeyId(name: string, rawKey: Uint8Array): Buffer {
  const input = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519_TYPE), rawKey]);
  return hash("sha256", input, "buffer").subarray(0, NOTE_KEY_ID_SIZE_BYTES);
}

/** Names a key for notes; null for a key that is not Ed25519. */
export function noteKey(name: string, key: PublicKey): NoteKey | null {
  return key.raw === null ? null : { name, id: noteKeyId(name, key.raw), key };
}

/** Key names are not empty and hold neither white space nor `+` (C2SP signed-note). */
export function isNoteKeyName(name: string): boolean {
  return (
    name.length > 0 && name.length <= NOTE_KEY_NAME_SIZE_CHARS_MAX && !/[\s+\p{Cc}]/u.test(name) && name.isWellFormed()
  );
}

export const NOTE_KEY_NAME_SIZE_CHARS_MAX = 255;
