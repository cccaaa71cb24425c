import { shortDuration } from "../../format/duration.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const DIGITS = 3;

/**
 * A latency for a person: three digits that matter.
 *
 * @example
 * latencyText(0.2104); // "0.210 ms"
 * latencyText(905.2); // "905 ms"
 * latencyText(2510); // "2.51 s"
 */
export function latencyText(ms: number | null): string {
  if (ms === null) return "-";
  if (ms >= MINUTE_MS) return shortDuration(ms);
  if (Math.round(ms) >= SECOND_MS) return `${digits(Math.max(1, ms / SECOND_MS))} s`;
  return `${digits(ms)} ms`;
}

/** The same for edges and limits, which are round: `1.5 ms`, `2 s`. */
export function roundLatencyText(ms: number): string {
  const isLong = ms >= SECOND_MS;
  return `${Number((isLong ? ms / SECOND_MS : ms).toPrecision(DIGITS))} ${isLong ? "s" : "ms"}`;
}

/** `500/s`, `33.3/s`, `18,400/s`. */
export function rateText(perS: number | null): string {
  return perS === null ? "-" : `${perS >= 100 ? countText(perS) : Number(perS.toPrecision(DIGITS))}/s`;
}

/** `15,490`. */
export function countText(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

/** `0.067 %`; what is not nothing does not look like nothing. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "-";
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 0.001) return "< 0.001 %";
  return `${percent >= 1 ? percent.toFixed(1) : Number(percent.toPrecision(2))} %`;
}

function digits(value: number): string {
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value >= 1 ? value.toFixed(2) : value.toFixed(DIGITS);
}
