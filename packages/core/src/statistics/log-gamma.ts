/** Bernoulli numbers B(2k) over 2k(2k - 1), the terms of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;
/** From here on the terms above are good for the last digit of a double. */
const SERIES_FROM = 15;
const HALF_LOG_TAU = Math.log(2 * Math.PI) / 2;

/**
 * Natural logarithm of the gamma function for x > 0, by Stirling's series; smaller arguments are moved up to where
 * the series is exact (Abramowitz and Stegun, 6.1.41 and 6.1.15).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`the logarithm of gamma wants a number above 0, not ${x}`);
  let moved = x;
  let product = 1;
  while (moved < SERIES_FROM) {
    product *= moved;
    moved += 1;
  }
  const inverse = 1 / moved;
  let term = inverse;
  let series = 0;
  for (const factor of STIRLING) {
    series += factor * term;
    term *= inverse * inverse;
  }
  return (moved - 0.5) * Math.log(moved) - moved + HALF_LOG_TAU + series - Math.log(product);
}
