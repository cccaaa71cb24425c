const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const NOT_A_NUMBER = /^nan$/i;

/**
 * A number as Prometheus takes it: Go's `ParseFloat` without hexadecimal digits and underscores, which is also the
 * grammar of OpenMetrics. Null for anything else.
 *
 * @example
 * metricNumber("+Inf"); // Infinity
 * metricNumber("0x10"); // null
 */
export function metricNumber(text: string): number | null {
  if (DECIMAL.test(text)) return Number(text);
  const infinite = INFINITE.exec(text);
  if (infinite !== null) return infinite[1] === "-" ? -Infinity : Infinity;
  return NOT_A_NUMBER.test(text) ? Number.NaN : null;
}

const WHOLE = /^-?\d{1,18}$/;

/** Milliseconds since the epoch: whole milliseconds in the classic format, seconds with decimals in OpenMetrics. */
export function metricTimestampMs(text: string, openMetrics: boolean): number | null {
  if (!openMetrics) return WHOLE.test(text) ? Number(text) : null;
  const seconds = DECIMAL.test(text) ? Number(text) * 1000 : Number.NaN;
  return Number.isFinite(seconds) ? seconds : null;
}
