import { nearestRank } from "./order.ts";

const FACTOR = 3;

/** The values within three times the middle half's width of it (Tukey's outer fences); where half are equal, all. */
export function withoutOutliers(values: readonly number[]): readonly number[] {
  const [low, high] = [nearestRank(values, 0.25), nearestRank(values, 0.75)];
  if (low === null || high === null || low === high) return values;
  const reach = FACTOR * (high - low);
  return values.filter((value) => value >= low - reach && value <= high + reach);
}
