import { hash } from "node:crypto";

/** Names a token as ours, so that scanners of leaked secrets find it. */
export const TOKEN_PREFIX = "hp_";
const TOKEN_RANDOM_BYTES = 32;
const BEARER = /^bearer +([A-Za-z0-9_-]{24,128})$/i;
const HEADER_CHARS_MAX = 160;

/**
 * A new secret: `hp_` and 32 random bytes in base64url, 46 characters of `[A-Za-z0-9_-]`.
 *
 * @example
 * newToken(randomBytes); // "hp_" and 43 characters
 */
export function newToken(entropy: (sizeBytes: number) => Uint8Array): string {
  const bytes = entropy(TOKEN_RANDOM_BYTES);
  if (bytes.length !== TOKEN_RANDOM_BYTES) throw new RangeError(`the source of randomness gave ${bytes.length} bytes`);
  return TOKEN_PREFIX + Buffer.from(bytes).toString("base64url");
}

/** What is stored: SHA-256 in lowercase hexadecimal. A random secret of 256 bits needs neither salt nor work. */
export function digestToken(token: string): string {
  return hash("sha256", token, "hex");
}

/** The token of an `Authorization` header (RFC 6750), or null when the header holds none. */
export function bearerToken(header: string | undefined): string | null {
  if (header === undefined || header.length > HEADER_CHARS_MAX) return null;
  return BEARER.exec(header)?.[1] ?? null;
}
