const SECONDS = /^\d{1,9}$/;
/** IMF-fixdate, the one form that is to be sent; `Date.parse` alone takes nearly anything. */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const MS_PER_SECOND = 1000;

/**
 * Milliseconds of a `Retry-After` header (RFC 9110 section 10.2.3: seconds or a date); null for none and for a
 * malformed one.
 *
 * @example
 * retryAfterOf("3", nowMs); // 3000
 */
export function retryAfterOf(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (SECONDS.test(text)) return Number(text) * MS_PER_SECOND;
  if (!DATE.test(text)) return null;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
