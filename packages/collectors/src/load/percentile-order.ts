import type { LatencySummary, ToldLatency } from "@holdpoint/core";
import { rounded } from "./figures.ts";

/**
 * What keeps figures from being of one set of times, as a clause: minimum, percentiles and maximum rise. Null when
 * nothing does.
 *
 * @param rounding by what share each may be off
 */
export function orderProblem(times: LatencySummary | ToldLatency, rounding: number): string | null {
  const steps: (readonly [name: string, ms: number])[] = [];
  if (times.min !== null) steps.push(["min", times.min]);
  steps.push(
    ...ranked(times)
      .toSorted(([a], [b]) => a - b)
      .map(([q, ms]) => [`p${rounded(q * 100)}`, ms] as const),
  );
  if (times.max !== null) steps.push(["max", times.max]);
  for (const [index, [name, ms]] of steps.entries()) {
    const [before, least] = steps[index - 1] ?? ["", 0];
    if (ms < least * (1 - rounding)) return `its ${name} of ${ms} ms is below its ${before} of ${least} ms`;
  }
  const { mean, min, max } = times;
  if (mean === null) return null;
  const isBelow = min !== null && mean < min * (1 - rounding);
  const isAbove = max !== null && mean > max * (1 + rounding);
  return isBelow || isAbove ? `its mean of ${mean} ms is not between its minimum and maximum` : null;
}

function ranked(times: LatencySummary | ToldLatency): (readonly [q: number, ms: number])[] {
  if ("percentiles" in times) return times.percentiles.flatMap(({ q, ms }) => (q === null ? [] : [[q, ms] as const]));
  const { p50, p90, p95, p99, p999 } = times;
  return [
    [0.5, p50],
    [0.9, p90],
    [0.95, p95],
    [0.99, p99],
    [0.999, p999],
  ];
}
