import { sorted } from "./order.ts";

export interface CliffsDelta {
  /** Share of pairs in which x is larger less those in which it is smaller: -1 to 1. */
  readonly delta: number;
  /** As Romano et al. (2006) name it: below 0.147, 0.33, 0.474. */
  readonly magnitude: "negligible" | "small" | "medium" | "large";
}

/**
 * How far two sets of values lie apart, whatever their units and distributions (Cliff 1993). Null where one is empty.
 *
 * @throws RangeError for NaN
 * @example
 * cliffsDelta([10, 11, 12], [1, 2, 11]); // { delta: 0.667, magnitude: "large" }
 */
export function cliffsDelta(x: readonly number[], y: readonly number[]): CliffsDelta | null {
  if (x.length === 0 || y.length === 0) return null;
  const [xs, ys] = [sorted(x), sorted(y)];
  let [below, upTo, above] = [0, 0, 0];
  for (const value of xs) {
    while (below < ys.length && (ys[below] ?? 0) < value) below += 1;
    while (upTo < ys.length && (ys[upTo] ?? 0) <= value) upTo += 1;
    above += below - (ys.length - upTo);
  }
  const delta = above / (xs.length * ys.length);
  const size = Math.abs(delta);
  return { delta, magnitude: size < 0.147 ? "negligible" : size < 0.33 ? "small" : size < 0.474 ? "medium" : "large" };
}
