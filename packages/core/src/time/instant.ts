const RFC_3339_UTC = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d{1,9})?Z$/;

/**
 * Milliseconds since the epoch of an RFC 3339 instant in UTC, or NaN for anything else.
 * `Date.parse` alone reads an instant without a zone in the machine's own one, and 31 February as 3 March.
 *
 * @example
 * parseInstant("2026-01-02T03:04:05Z"); // 1767323045000
 * parseInstant("2026-01-02T03:04:05"); // NaN
 */
export function parseInstant(text: string): number {
  const match = RFC_3339_UTC.exec(text);
  if (match === null) return Number.NaN;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return ms;
  return new Date(ms).toISOString().startsWith(`${match[1]}T${match[2]}`) ? ms : Number.NaN;
}
