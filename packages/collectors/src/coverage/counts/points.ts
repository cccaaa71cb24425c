/**
 * Branches, functions, statements or regions of one file, two numbers each: line, and `key * 2`, plus 1 when it was
 * taken; sorted by line, then by key. Points of the same line and key are told apart by their order alone.
 */
export type Points = Uint32Array;

const STRIDE = 2;
/** While they are collected, a third number tells their order. */
const OPEN_STRIDE = 3;
const FIRST_SIZE = 1_024;

/** Collects the points of one file after another. */
export class PointsBuilder {
  #entries: Uint32Array = new Uint32Array(FIRST_SIZE * OPEN_STRIDE);
  #length = 0;
  #isAscending = true;

  /** How many were added since the last `finish`. */
  get size(): number {
    return this.#length / OPEN_STRIDE;
  }

  /** `key` is below 2^31: a plain number below `INTERNED_FROM`, or one of an `Interner`. */
  add(line: number, key: number, order: number, isTaken: boolean): void {
    const at = this.#length;
    if (at + OPEN_STRIDE > this.#entries.length) this.#entries = twice(this.#entries);
    const entries = this.#entries;
    entries[at] = line;
    entries[at + 1] = key * 2 + (isTaken ? 1 : 0);
    entries[at + 2] = order;
    this.#length = at + OPEN_STRIDE;
    if (at > 0 && this.#isAscending && compareOpen(entries, at - OPEN_STRIDE, at) > 0) this.#isAscending = false;
  }

  /** `joined`: points of the same line, key and order are one point, taken where any of them was. */
  finish(joined = false): Points {
    const count = this.size;
    const entries = this.#entries;
    const points = new Uint32Array(count * STRIDE);
    const places = this.#isAscending ? null : sortedPlaces(entries, count);
    let length = 0;
    let last = -1;
    for (let index = 0; index < count; index += 1) {
      const from = places === null ? index * OPEN_STRIDE : (places[index] ?? 0);
      const isSame = joined && last >= 0 && compareOpen(entries, last, from) === 0;
      if (isSame) points[length - 1] = (points[length - 1] ?? 0) | (entries[from + 1] ?? 0);
      else {
        points[length] = entries[from] ?? 0;
        points[length + 1] = entries[from + 1] ?? 0;
        length += STRIDE;
      }
      last = from;
    }
    this.#length = 0;
    this.#isAscending = true;
    return length === points.length ? points : points.slice(0, length);
  }
}

/**
 * The n-th point of a line and key in one is the n-th of the same in the other, taken where either was taken, and the
 * longer list stays whole. Tools number branches anew in each run, so their numbers only give the order.
 */
export function mergePoints(a: Points, b: Points): Points {
  const merged = new Uint32Array(a.length + b.length);
  let length = 0;
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    const compared = left >= a.length ? 1 : right >= b.length ? -1 : comparePlaces(a, left, b, right);
    const line = (compared <= 0 ? a[left] : b[right]) ?? 0;
    const entryA = compared <= 0 ? (a[left + 1] ?? 0) : 0;
    const entryB = compared >= 0 ? (b[right + 1] ?? 0) : 0;
    merged[length] = line;
    // The same key, or none: what differs is the bit that says taken.
    merged[length + 1] = entryA | entryB;
    length += STRIDE;
    if (compared <= 0) left += STRIDE;
    if (compared >= 0) right += STRIDE;
  }
  return merged.slice(0, length);
}

export function countPoints(points: Points): { readonly covered: number; readonly total: number } {
  let covered = 0;
  for (let at = 1; at < points.length; at += STRIDE) covered += (points[at] ?? 0) & 1;
  return { covered, total: points.length / STRIDE };
}

function comparePlaces(a: Points, atA: number, b: Points, atB: number): number {
  return (a[atA] ?? 0) - (b[atB] ?? 0) || ((a[atA + 1] ?? 0) >>> 1) - ((b[atB + 1] ?? 0) >>> 1);
}

function compareOpen(entries: Uint32Array, atA: number, atB: number): number {
  return comparePlaces(entries, atA, entries, atB) || (entries[atA + 2] ?? 0) - (entries[atB + 2] ?? 0);
}

/** Where the points stand, in their order; points of the same order stay as they came. */
function sortedPlaces(entries: Uint32Array, count: number): Uint32Array {
  const places = new Uint32Array(count).map((_, index) => index * OPEN_STRIDE);
  return places.sort((a, b) => compareOpen(entries, a, b) || a - b);
}

function twice(entries: Uint32Array): Uint32Array {
  const larger = new Uint32Array(entries.length * 2);
  larger.set(entries);
  return larger;
}
