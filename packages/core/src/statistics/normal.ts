import { logGamma } from "./log-gamma.ts";

const LOG_GAMMA_HALF = logGamma(0.5);
const PRECISION = 1e-16;
const STEPS_MAX = 500;
/** Where the series wants more terms than the fraction. */
const FRACTION_FROM = 1.5;

/** P(Z <= z) of the standard normal distribution. */
export function normalCdf(z: number): number {
  return z <= 0 ? upperTail(-z) : 1 - upperTail(z);
}

/**
 * The z with P(Z <= z) = p, 0 < p < 1. A start from Abramowitz and Stegun 26.2.23 (good to 4.5e-4), then Halley's
 * steps on the distribution itself.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability is between 0 and 1, not ${p}`);
  // What is near 1 is looked for on the other side, where a tail has all its digits.
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  let z = top / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step++) {
    const off = (upperTail(-z) - p) / (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
    z -= off / (1 + (z * off) / 2);
  }
  return z;
}

/** P(Z > z), z >= 0: half of the upper incomplete gamma function of 1/2 at z²/2 (NIST DLMF 8.7.1 and 8.9.2). */
function upperTail(z: number): number {
  const x = (z * z) / 2;
  if (x === 0) return 0.5;
  const factor = Math.exp(-x + Math.log(x) / 2 - LOG_GAMMA_HALF);
  return (x < FRACTION_FROM ? 1 - factor * series(x) : factor * fraction(x)) / 2;
}

function series(x: number): number {
  let term = 2;
  let sum = term;
  for (let step = 1; step <= STEPS_MAX && term > sum * PRECISION; step++) {
    term *= x / (step + 0.5);
    sum += term;
  }
  return sum;
}

function fraction(x: number): number {
  let b = x + 0.5;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let step = 1; step <= STEPS_MAX; step++) {
    const a = -step * (step - 0.5);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value;
}
