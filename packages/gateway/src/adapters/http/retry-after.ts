const SECONDS = /^\d{1,9}$/;
/** IMF-fixdate of RFC 9110 section 5.6.7; the obsolete forms are not read. */
const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * The wait that `Retry-After` asks for (RFC 9110 section 10.2.3), in milliseconds; null where it is absent or wrong.
 *
 * @example
 * retryAfterMs("120", 0); // 120000
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  if (SECONDS.test(header)) return Number(header) * 1000;
  const atMs = DATE.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
