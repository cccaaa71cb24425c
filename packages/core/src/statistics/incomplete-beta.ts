import { logGamma } from "./log-gamma.ts";

const TINY = 1e-300;
const PRECISION = 1e-15;
/** The fraction wants about the root of the larger parameter; this is enough for 10^11. */
const STEPS_MAX = 1_000_000;

/**
 * Regularised incomplete beta function I(x; a, b): the binomial and Student's distribution are cases of it. By the
 * continued fraction of NIST DLMF 8.17.22, summed up as Lentz does; on the side of the mean where it converges.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) throw new RangeError(`no incomplete beta of x ${x}, a ${a}, b ${b}`);
  if (x === 0 || x === 1) return x;
  const logFactor = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  const factor = Math.exp(logFactor);
  if (x < (a + 1) / (a + b + 2)) return (factor * fraction(x, a, b)) / a;
  return 1 - (factor * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let step = 1; step <= STEPS_MAX; step++) {
    const twice = 2 * step;
    const even = (step * (b - step) * x) / ((a + twice - 1) * (a + twice));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + twice) * (a + twice + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) return value;
  }
  throw new RangeError(`the incomplete beta of x ${x}, a ${a}, b ${b} does not converge`);
}

/** Lentz: a partial sum of zero is moved off it. */
function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
