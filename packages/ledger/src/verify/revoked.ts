import type { Revocation } from "./verification.ts";

/** True unless the key was in order at that instant; an unreadable time is never in order. */
export function isRevokedAt(fingerprint: string, at: () => string | null, revocations: readonly Revocation[]): boolean {
  const own = revocations.filter((one) => one.fingerprint === fingerprint);
  if (own.length === 0) return false;
  const atMs = Date.parse(at() ?? "");
  return own.some(({ revokedAt }) => !(atMs < Date.parse(revokedAt)));
}
