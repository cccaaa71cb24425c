import { median, nearestRank } from "../statistics/order.ts";
import type { Aggregate } from "./kpi.ts";

const WAYS: Readonly<Record<Aggregate, (values: readonly number[]) => number | null>> = {
  mean: (values) => sum(values) / values.length,
  median,
  min: (values) => values.reduce((a, b) => Math.min(a, b)),
  max: (values) => values.reduce((a, b) => Math.max(a, b)),
  hmean: harmonicMean,
  sum,
  last: (values) => values.at(-1) ?? null,
  p50: (values) => nearestRank(values, 0.5),
  p90: (values) => nearestRank(values, 0.9),
  p95: (values) => nearestRank(values, 0.95),
  p99: (values) => nearestRank(values, 0.99),
};

/**
 * One value of many, in order of time. Percentiles are nearest rank: a value that was seen. Null where there is none:
 * of nothing, of what is not finite, of a sum that overflows, and the harmonic mean of anything that is not above 0.
 *
 * @throws RangeError for a way of summing up that there is not
 * @example
 * aggregate([1, 2, 4], "hmean"); // 1.714…
 * aggregate([1, 0, 4], "hmean"); // null
 */
export function aggregate(values: readonly number[], how: Aggregate): number | null {
  // What another program wrote may name a way that there is not, or one that every object has.
  if (!Object.hasOwn(WAYS, how)) throw new RangeError(`the aggregate must be one of ${Object.keys(WAYS).join(", ")}`);
  if (values.length === 0 || !values.every(Number.isFinite)) return null;
  const value = WAYS[how](values);
  return value !== null && Number.isFinite(value) ? value : null;
}

function harmonicMean(values: readonly number[]): number | null {
  const least = values.reduce((a, b) => Math.min(a, b));
  // Shares of the least: one over a very small number would be infinite.
  return least > 0 ? least * (values.length / sum(values.map((value) => least / value))) : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
