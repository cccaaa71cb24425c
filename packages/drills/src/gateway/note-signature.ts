import { createPublicKey, verify } from "node:crypto";

const SIGNATURE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/;
/** Of the key's hash, before the signature itself. */
const KEY_ID_SIZE_BYTES = 4;

/**
 * Whether a C2SP signed note has a good Ed25519 signature by this key, in the name of its own first line.
 *
 * @param pem public key, SPKI
 */
export function isSignedBy(note: string, pem: string): boolean {
  const end = note.indexOf("\n\n");
  if (end < 0) return false;
  const text = Buffer.from(note.slice(0, end + 1), "utf8");
  const origin = note.slice(0, note.indexOf("\n"));
  const signatures = note
    .slice(end + 2)
    .split("\n")
    .flatMap((line) => {
      const [, name, encoded = ""] = SIGNATURE.exec(line) ?? [];
      return name === origin ? [Buffer.from(encoded, "base64").subarray(KEY_ID_SIZE_BYTES)] : [];
    });
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === "ed25519" && signatures.some((one) => verify(null, text, key, one));
  } catch {
    return false;
  }
}
