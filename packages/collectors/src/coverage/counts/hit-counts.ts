import type { LineHits } from "./line-hits.ts";

/**
 * How often lines were hit, one number for each entry of the file's `LineHits`: whole up to 2^53, above that to the
 * nearest double, and never beyond `HITS_MAX`.
 */
export type HitCounts = Float64Array;

/** The largest count of 64 bits; a larger one is taken as this. */
export const HITS_MAX: number = 2 ** 64;

interface Counted {
  readonly lines: LineHits | null;
  readonly hits: HitCounts | null;
}

/** Sum of both by line; null when either of the two that has lines does not tell how often. */
export function mergeHitCounts(a: Counted, b: Counted): HitCounts | null {
  if (a.lines === null) return b.hits;
  if (b.lines === null) return a.hits;
  if (a.hits === null || b.hits === null) return null;
  const merged: number[] = [];
  let left = 0;
  let right = 0;
  while (left < a.lines.length || right < b.lines.length) {
    const lineA = lineAt(a.lines, left);
    const lineB = lineAt(b.lines, right);
    const hits = (lineA <= lineB ? (a.hits[left] ?? 0) : 0) + (lineB <= lineA ? (b.hits[right] ?? 0) : 0);
    merged.push(Math.min(hits, HITS_MAX));
    if (lineA <= lineB) left += 1;
    if (lineB <= lineA) right += 1;
  }
  return Float64Array.from(merged);
}

function lineAt(lines: LineHits, at: number): number {
  const entry = lines[at];
  return entry === undefined ? Number.POSITIVE_INFINITY : entry >>> 1;
}
