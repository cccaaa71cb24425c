const SECONDS = /^\d{1,9}$/;
const MS_PER_SECOND = 1000;

/**
 * Milliseconds of a `Retry-After` header (RFC 9110 section 10.2.3: seconds or a date); null for none and for a malformed
 * one.
 *
 * @example
 * retryAfterOf("3", nowMs); // 3000
 */
export function retryAfterOf(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (SECONDS.test(text)) return Number(text) * MS_PER_SECOND;
  if (!text.endsWith("GMT")) return null;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
