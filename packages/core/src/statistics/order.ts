/** A sorted copy; numbers only, NaN is refused because it has no place in an order. */
export function sorted(values: readonly number[]): Float64Array {
  for (const value of values) if (Number.isNaN(value)) throw new RangeError("NaN has no place in an order");
  return Float64Array.from(values).sort();
}

/** Middle of what is sorted, mean of the two in the middle; null of nothing. */
export function medianOfSorted(values: ArrayLike<number>): number | null {
  const low = values[Math.floor((values.length - 1) / 2)];
  const high = values[Math.floor(values.length / 2)];
  if (low === undefined || high === undefined) return null;
  const sum = low + high;
  return Number.isFinite(sum) ? sum / 2 : low / 2 + high / 2;
}

/**
 * Median of numbers in any order; null of nothing.
 *
 * @throws RangeError for NaN
 * @example
 * median([3, 1, 2, 10]); // 2.5
 */
export function median(values: readonly number[]): number | null {
  return medianOfSorted(sorted(values));
}

/** The smallest value that at least so large a share does not exceed: nearest rank, always one that was seen. */
export function nearestRank(values: readonly number[], quantile: number): number | null {
  // The product of a short decimal and a count may come out a hair above the whole number that it is.
  const rank = Math.ceil(quantile * values.length - 1e-9);
  return sorted(values)[Math.max(0, rank - 1)] ?? null;
}
