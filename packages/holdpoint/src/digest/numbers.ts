import type { Count } from "@holdpoint/core";
import { BANDS, formatPercent } from "@holdpoint/core";
import type { MetricChange } from "./digest.ts";

const STEPS = "▁▂▃▄▅▆▇█";

/** `97.72% (2070 of 2118)`; the percentage is cut, never rounded up. */
export function share(count: Count | null): string {
  return count === null
    ? "not measured"
    : `${formatPercent(count.covered, count.total)} (${count.covered} of ${count.total})`;
}

export function signed(value: number | null): string {
  if (value === null) return "";
  return value > 0 ? `+${value}` : String(value);
}

export function bandTitle(band: MetricChange["band"]): string {
  return BANDS.find(({ id }) => id === band)?.title ?? "";
}

/** `1 run`, `2 runs`. */
export function many(count: number, one: string, several: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Blocks between the lowest and the highest share of the list; a flat line is the middle block. Empty below two. */
export function sparkline(counts: readonly Count[]): string {
  const shares = counts.filter(({ total }) => total > 0).map(({ covered, total }) => covered / total);
  if (shares.length < 2) return "";
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const step = (value: number): number => (high === low ? 3 : Math.round(((value - low) / (high - low)) * 7));
  return shares.map((value) => STEPS[step(value)] ?? "").join("");
}
