import type { LoadTrend, TrendChange } from "./load-trends.ts";
import type { TrendMetric } from "./trend-metrics.ts";
import { metricText } from "./trend-metrics.ts";

const P_MIN = 0.0001;

/**
 * A change in one line.
 *
 * @example
 * changeText(change, P99); // "worse since 2026-01-07 (record 12, commit 0a1b2c3d4e5f): 20 ms before, 30 ms since …"
 */
export function changeText(change: TrendChange, metric: TrendMetric): string {
  const { to, judgedAt, seq, commit, was, is, p } = change;
  const at = `${judgedAt.slice(0, 10)} (record ${seq}, commit ${commit.slice(0, 12)})`;
  const chance = p < P_MIN ? `p < ${P_MIN}` : `p = ${Number(p.toPrecision(2))}`;
  const levels = `${metricText(metric, was)} before, ${metricText(metric, is)} since`;
  return `${to} since ${at}: ${levels}${percentText(change)} (${chance})`;
}

function percentText({ percent }: TrendChange): string {
  if (percent === null) return "";
  return `, ${percent > 0 ? "+" : ""}${Number(percent.toPrecision(3))} %`;
}

/** From the first to the last run that measured it: `20.0 ms`, `30.0 ms`, `+50 %`. */
export function endsText({ points }: LoadTrend, metric: TrendMetric): readonly [string, string, string] {
  const known = points.flatMap(({ value }) => value ?? []);
  const [first, last] = [known[0] ?? null, known.at(-1) ?? null];
  const change = first === null || last === null || first === 0 ? null : ((last - first) / Math.abs(first)) * 100;
  const percent = change === null ? "" : `${change > 0 ? "+" : ""}${Number(change.toPrecision(3))} %`;
  return [metricText(metric, first), metricText(metric, last), percent];
}

/** Short enough for a line, long enough to tell two apart. */
export function digestText(sha256: string): string {
  return sha256.slice(0, 8);
}
