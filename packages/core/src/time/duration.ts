const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const FORM = /^([1-9]\d{0,5})(ms|s|m|h|d)$/;

/**
 * Reads `500ms`, `90s`, `10m`, `24h`, `7d`; null for anything else.
 *
 * @example
 * durationMs("90s"); // 90000
 */
export function durationMs(text: string): number | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  return Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS];
}
