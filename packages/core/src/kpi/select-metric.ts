import type { KpiSelector } from "./kpi.ts";
import type { KpiSample, MetricScrapes } from "./readings.ts";

type MetricSelector = Extract<KpiSelector, { from: "prometheus" }>;
type Samples = readonly KpiSample[];

const QUANTILE = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/**
 * Value of a metric in one iteration; null where the scrapes do not tell it:
 * - `value` of one series; of several the labels have to say which;
 * - `increase`, `rate` (a second) of all series that match. One that is new began at 0; a counter that fell was
 *   reset, and what it lost nobody knows;
 * - a percentile of what a histogram gained in the meantime, by its buckets. Where it lies above the last finite
 *   bound it is not known, and not that bound: a bound would flatter.
 */
export function selectMetric(selector: MetricSelector, { before, after, elapsedMs }: MetricScrapes): number | null {
  const { metric, labels, as } = selector;
  if (as === "value") {
    const [only, ...others] = matching(after, metric, labels);
    return only !== undefined && others.length === 0 && Number.isFinite(only.value) ? only.value : null;
  }
  if (before === null) return null;
  if (as === "increase" || as === "rate") {
    const gained = gains(matching(before, metric, labels), matching(after, metric, labels));
    if (gained === null) return null;
    const total = gained.reduce((sum, { value }) => sum + value, 0);
    if (as === "increase") return total;
    return elapsedMs > 0 ? total / (elapsedMs / 1000) : null;
  }
  const bucket = `${metric}_bucket`;
  const gained = gains(matching(before, bucket, labels), matching(after, bucket, labels));
  return gained === null ? null : percentile(gained, QUANTILE[as]);
}

function matching(samples: Samples, name: string, labels: Readonly<Record<string, string>>): Samples {
  const wanted = Object.entries(labels);
  return samples.filter(
    (sample) => sample.name === name && wanted.every(([label, value]) => (sample.labels.get(label) ?? "") === value),
  );
}

/** What each series gained; null where there is none, where one is gone or fell, or is no number. */
function gains(before: Samples, after: Samples): Samples | null {
  const earlier = new Map(before.map((sample) => [identity(sample), sample.value]));
  const gained = after.map((sample) => ({ ...sample, value: sample.value - (earlier.get(identity(sample)) ?? 0) }));
  const later = new Set(after.map(identity));
  const whole = before.every((sample) => later.has(identity(sample)));
  return gained.length > 0 && whole && gained.every(({ value }) => Number.isFinite(value) && value >= 0)
    ? gained
    : null;
}

function identity({ labels }: KpiSample): string {
  return JSON.stringify([...labels].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Within a bucket values are taken as evenly spread, from 0 on in the first, as Prometheus does. */
function percentile(buckets: Samples, quantile: number): number | null {
  const byBound = new Map<number, number>();
  for (const { labels, value } of buckets) {
    // By its number: `le="1"` and `le="1.0"` are one bound.
    const bound = boundOf(labels.get("le"));
    byBound.set(bound, (byBound.get(bound) ?? 0) + value);
  }
  const total = byBound.get(Infinity) ?? 0;
  if (total <= 0 || byBound.has(Number.NaN)) return null;
  const rank = quantile * total;
  let [low, below] = [0, 0];
  for (const [bound, count] of [...byBound].toSorted(([a], [b]) => a - b)) {
    if (count < below) return null;
    if (count >= rank) return Number.isFinite(bound) ? within(low, bound, (rank - below) / (count - below)) : null;
    [low, below] = [bound, count];
  }
  return null;
}

function within(low: number, high: number, share: number): number {
  // A first bucket that ends at or below 0 has no lower end.
  return high <= low ? high : low + (high - low) * share;
}

function boundOf(text: string | undefined): number {
  if (text === "+Inf") return Infinity;
  return text === undefined || text.trim() === "" ? Number.NaN : Number(text);
}
