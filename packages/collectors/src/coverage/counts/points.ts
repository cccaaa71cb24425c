import { grown } from "./line-hits.ts";

/**
 * Branches, functions or statements of one file, three numbers each: line, key, and `order * 2`, plus 1 when it was
 * taken; sorted by the three. Points of the same line and key are told apart by their order alone.
 */
export type Points = Uint32Array;

const STRIDE = 3;

/** Collects the points of one file after another. */
export class PointsBuilder {
  #entries: Uint32Array = new Uint32Array(1_024 * STRIDE);
  #length = 0;
  #isAscending = true;

  add(line: number, key: number, order: number, isTaken: boolean): void {
    const at = this.#length;
    if (at + STRIDE > this.#entries.length) this.#entries = grown(this.#entries);
    const entries = this.#entries;
    entries[at] = line;
    entries[at + 1] = key;
    entries[at + 2] = order * 2 + (isTaken ? 1 : 0);
    this.#length += STRIDE;
    if (at > 0 && this.#isAscending && compareWhole(entries, at - STRIDE, at) > 0) this.#isAscending = false;
  }

  finish(): Points {
    const entries = this.#entries.slice(0, this.#length);
    const isAscending = this.#isAscending;
    this.#length = 0;
    this.#isAscending = true;
    return isAscending ? entries : sorted(entries);
  }
}

/**
 * The n-th point of a line and key in one is the n-th of the same in the other, taken where either was taken, and the
 * longer list stays whole. Tools number branches anew in each run, so their numbers only give the order.
 */
export function mergePoints(a: Points, b: Points): Points {
  const merged = new PointsBuilder();
  let left = 0;
  let right = 0;
  let order = 0;
  while (left < a.length || right < b.length) {
    const compared = left >= a.length ? 1 : right >= b.length ? -1 : comparePlaces(a, left, b, right);
    const from = compared <= 0 ? a : b;
    const at = compared <= 0 ? left : right;
    const isTaken = (compared <= 0 && isTakenAt(a, left)) || (compared >= 0 && isTakenAt(b, right));
    merged.add(from[at] ?? 0, from[at + 1] ?? 0, order, isTaken);
    order += 1;
    if (compared <= 0) left += STRIDE;
    if (compared >= 0) right += STRIDE;
  }
  return merged.finish();
}

export function countPoints(points: Points): { readonly covered: number; readonly total: number } {
  let covered = 0;
  for (let at = 0; at < points.length; at += STRIDE) covered += isTakenAt(points, at) ? 1 : 0;
  return { covered, total: points.length / STRIDE };
}

function isTakenAt(points: Points, at: number): boolean {
  return ((points[at + 2] ?? 0) & 1) === 1;
}

function comparePlaces(a: Points, atA: number, b: Points, atB: number): number {
  return (a[atA] ?? 0) - (b[atB] ?? 0) || (a[atA + 1] ?? 0) - (b[atB + 1] ?? 0);
}

function compareWhole(entries: Points, atA: number, atB: number): number {
  const orders = ((entries[atA + 2] ?? 0) >>> 1) - ((entries[atB + 2] ?? 0) >>> 1);
  return comparePlaces(entries, atA, entries, atB) || orders;
}

function sorted(entries: Uint32Array): Points {
  const places = new Uint32Array(entries.length / STRIDE).map((_, index) => index * STRIDE);
  places.sort((a, b) => compareWhole(entries, a, b) || a - b);
  const result = new Uint32Array(entries.length);
  places.forEach((place, index) => result.set(entries.subarray(place, place + STRIDE), index * STRIDE));
  return result;
}
