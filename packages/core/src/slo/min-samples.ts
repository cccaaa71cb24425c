/** Values that must lie beyond a quantile before anything is said of it. */
const BEYOND_MIN = 10;

/**
 * So many samples a quantile, or a share of good events, wants before it is judged: ten beyond it.
 *
 * @example
 * minSamplesOf(0.99); // 1000
 */
export function minSamplesOf(share: number): number {
  const wanted = BEYOND_MIN / (1 - share);
  return Math.ceil(wanted - wanted * 2 ** -40);
}
