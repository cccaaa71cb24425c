import { studentTest } from "./student.ts";

/** Where the level of a history changed. Advisory: it takes points on both sides, so that the newest is never one. */
export interface ChangePoint {
  /** Of the first value of the new level. */
  readonly index: number;
  readonly before: number;
  readonly after: number;
  /** Of Student's test of the levels on both sides. */
  readonly p: number;
}

export const HISTORY_MAX = 10_000;

export interface ChangePointTerms {
  readonly window: number;
  readonly pMax: number;
}

export const CHANGE_POINT_DEFAULTS: ChangePointTerms = { window: 50, pMax: 0.001 };

/** In a first pass weaker changes are let through; they hide stronger ones from one another otherwise. */
const FIRST_PASS = 10;

/**
 * Where the level of a history changed: in windows of so many values that overlap by half, the split that parts the
 * values most by energy distance (E-divisive, Matteson and James 2014), again and again while Student's test finds
 * both sides different; then the weakest is taken away until all that are left are strong enough. Deterministic, with
 * the test in place of permutations, and with the defaults, of Apache Otava (Fleming et al., Hunter, 2023).
 *
 * @throws RangeError for more than 10,000 values, for values that are not finite, and for a window below 4
 */
export function changePoints(
  values: readonly number[],
  terms: ChangePointTerms = CHANGE_POINT_DEFAULTS,
): readonly ChangePoint[] {
  const { window, pMax } = terms;
  if (values.length > HISTORY_MAX || !values.every(Number.isFinite))
    throw new RangeError(`a history is at most ${HISTORY_MAX} finite values`);
  if (!(window >= 4 && window <= 500 && pMax > 0 && pMax < 1))
    throw new RangeError(`no change is found by ${window}, ${pMax}`);
  const found = new Set<number>();
  for (let start = 0; start < values.length;) {
    const own = divided(values.slice(start, start + window), Math.min(0.5, pMax * FIRST_PASS));
    for (const index of own) found.add(start + index);
    // The next window begins at the last change: none that holds one is asked again for the same.
    start += Math.max(Math.floor(window / 2), own.at(-1) ?? 0);
  }
  return strongest(
    values,
    [...found].toSorted((a, b) => a - b),
    pMax,
  );
}

/** Splits of one window, as long as the best one parts what differs. */
function divided(values: readonly number[], pMax: number): readonly number[] {
  const ends = [0, values.length];
  for (;;) {
    let best = { index: -1, distance: 0 };
    for (const [at, from] of ends.slice(0, -1).entries()) {
      const split = bestSplit(values, from, ends[at + 1] ?? from);
      if (split.distance > best.distance) best = split;
    }
    if (best.index < 0 || tested(values, ends, best.index).p > pMax) return ends.slice(1, -1);
    ends.push(best.index);
    ends.sort((a, b) => a - b);
  }
}

/** By energy distance, weighted by the sizes of both sides; sums over pairs move along with the split. */
function bestSplit(values: readonly number[], from: number, to: number): { index: number; distance: number } {
  const part = values.slice(from, to);
  const size = part.length;
  const toAll = part.map((a) => part.reduce((sum, b) => sum + Math.abs(a - b), 0));
  let within = 0;
  let beyond = toAll.reduce((sum, one) => sum + one, 0) / 2;
  let across = 0;
  let best = { index: -1, distance: 0 };
  for (const [at, value] of part.entries()) {
    const left = part.slice(0, at).reduce((sum, other) => sum + Math.abs(value - other), 0);
    const right = (toAll[at] ?? 0) - left;
    within += left;
    beyond -= right;
    across += right - left;
    const [n, m] = [at + 1, size - at - 1];
    if (n < 2 || m < 2) continue;
    const energy = (2 * across) / (n * m) - (2 * within) / (n * (n - 1)) - (2 * beyond) / (m * (m - 1));
    const distance = ((n * m) / (n + m)) * energy;
    if (distance > best.distance) best = { index: from + at + 1, distance };
  }
  return best;
}

function strongest(values: readonly number[], indexes: readonly number[], pMax: number): readonly ChangePoint[] {
  let left = indexes;
  for (;;) {
    const ends = [0, ...left, values.length];
    const points = left.map((index) => tested(values, ends, index));
    const weakest = points.reduce<ChangePoint | null>((worst, one) => (one.p > (worst?.p ?? pMax) ? one : worst), null);
    if (weakest === null) return points;
    left = left.filter((index) => index !== weakest.index);
  }
}

/** Student's test of what lies between the neighbouring splits on both sides. */
function tested(values: readonly number[], ends: readonly number[], index: number): ChangePoint {
  const from = ends.findLast((end) => end < index) ?? 0;
  const to = ends.find((end) => end > index) ?? values.length;
  const { first, second, p } = studentTest(values.slice(from, index), values.slice(index, to));
  return { index, before: first, after: second, p };
}
