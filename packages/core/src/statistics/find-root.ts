const STEPS_MAX = 1000;

/**
 * Where a function that changes its sign between two ends is 0, to within the tolerance: Brent's method (Algorithms
 * for Minimization without Derivatives, 1973, chapter 4) as R's `uniroot` has it, with the same tolerance of 1e-4. It
 * measures an interpolation by the step before it, not by the one before that, and so finds the same point where a
 * whole stretch is 0.
 *
 * @throws RangeError where both ends have the same sign, or one has none
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 1e-4): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) throw new RangeError(`no change of sign from ${low} to ${high}: ${fa} and ${fb}`);
  let [c, fc] = [a, fa];
  for (let count = 0; count < STEPS_MAX; count++) {
    const before = b - a;
    if (fb * fc > 0) [c, fc] = [a, fa];
    // b is the best so far, c the other side of the root.
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const near = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= near || fb === 0) return b;
    const next = Math.abs(before) >= near && Math.abs(fa) > Math.abs(fb) ? interpolated([a, b, c], [fa, fb, fc]) : null;
    const bold = Math.min(1.5 * Math.abs(half) - near / 2, Math.abs(before) / 2);
    const useful = next !== null && next * Math.sign(half) >= 0 && Math.abs(next) < bold;
    const step = useful ? next : half;
    [a, fa] = [b, fb];
    b += Math.abs(step) > near ? step : Math.sign(half) * near;
    fb = f(b);
  }
  throw new RangeError(`no root from ${low} to ${high} within ${STEPS_MAX} steps`);
}

type Three = readonly [number, number, number];

/** From b to where a line through two of the points, or a parabola through three, is 0; null: nowhere. */
function interpolated([a, b, c]: Three, [fa, fb, fc]: Three): number | null {
  const s = fb / fa;
  const isLine = a === c;
  const [t, r] = [fa / fc, fb / fc];
  const top = isLine ? (c - b) * s : s * ((c - b) * t * (t - r) - (b - a) * (r - 1));
  const bottom = isLine ? s - 1 : -(t - 1) * (r - 1) * (s - 1);
  return bottom === 0 ? null : top / bottom;
}
