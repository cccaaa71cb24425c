import type { KeyObject } from "node:crypto";
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import type { KeyRejection, PublicKey } from "./public-key.ts";
import { describe, KEY_TEXT_SIZE_CHARS_MAX } from "./public-key.ts";

/** Signs bytes with an Ed25519 key that it keeps to itself. */
export interface Signer {
  readonly publicKey: PublicKey & { readonly raw: Buffer };
  sign(message: Uint8Array): Buffer;
}

/** Reads a private Ed25519 key in PEM form (PKCS #8, not encrypted). */
export function readSigner(pem: string): Signer | KeyRejection {
  if (pem.length > KEY_TEXT_SIZE_CHARS_MAX) return { rejected: `longer than ${KEY_TEXT_SIZE_CHARS_MAX} characters` };
  try {
    return signerOf(createPrivateKey({ key: pem, format: "pem" }));
  } catch {
    return { rejected: "not a private key in PEM form" };
  }
}

/** A new key pair out of the system's randomness; `pem` is the private key (PKCS #8). */
export function makeSigner(): { readonly signer: Signer; readonly pem: string } {
  const { privateKey } = generateKeyPairSync("ed25519");
  const signer = signerOf(privateKey);
  if ("rejected" in signer) throw new TypeError(signer.rejected);
  return { signer, pem: privateKey.export({ format: "pem", type: "pkcs8" }).toString() };
}

function signerOf(privateKey: KeyObject): Signer | KeyRejection {
  const publicKey = describe(createPublicKey(privateKey));
  if ("rejected" in publicKey) return publicKey;
  const { raw } = publicKey;
  if (raw === null) return { rejected: "Holdpoint signs with Ed25519 keys only" };
  return { publicKey: { ...publicKey, raw }, sign: (message) => sign(null, message, privateKey) };
}
