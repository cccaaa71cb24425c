import type { Lines } from "@holdpoint/core";
import type { HitCounts } from "./hit-counts.ts";
import { HITS_MAX } from "./hit-counts.ts";

/**
 * Lines of one file in ascending order, each once, four bytes a line: `line * 2 + 1` when it was hit, `line * 2` when
 * not. How often is not kept: only whether.
 */
export type LineHits = Uint32Array;

/** Highest line number that fits. */
export const LINE_MAX: number = 2 ** 31 - 1;

/** Collects the lines of one file after another. */
export class LineHitsBuilder {
  #entries: Uint32Array = new Uint32Array(1_024);
  #hits: Float64Array | null;
  #length = 0;
  #last = 0;
  #isAscending = true;

  constructor(keepHits = false) {
    this.#hits = keepHits ? new Float64Array(1_024) : null;
  }

  /** How many were added since the last `finish`. */
  get size(): number {
    return this.#length;
  }

  /** `hits` is 0 or more; anything above 0 covers the line. */
  add(line: number, hits: number): void {
    if (this.#length === this.#entries.length) this.#grow();
    this.#entries[this.#length] = line * 2 + (hits > 0 ? 1 : 0);
    if (this.#hits !== null) this.#hits[this.#length] = hits;
    this.#length += 1;
    if (line <= this.#last) this.#isAscending = false;
    this.#last = line;
  }

  /** What was added since the last call; of a line that was added twice a hit stands, and the hits are summed. */
  finish(): { readonly lines: LineHits; readonly hits: HitCounts | null } {
    const entries = this.#entries.slice(0, this.#length);
    const hits = this.#hits?.slice(0, this.#length) ?? null;
    const isAscending = this.#isAscending;
    this.#length = 0;
    this.#last = 0;
    this.#isAscending = true;
    if (isAscending) return { lines: entries, hits };
    const summed = hits === null ? null : sumByLine(entries, hits);
    return { lines: withoutRepeats(entries.sort()), hits: summed };
  }

  #grow(): void {
    const entries = new Uint32Array(this.#entries.length * 2);
    entries.set(this.#entries);
    this.#entries = entries;
    if (this.#hits === null) return;
    const hits = new Float64Array(entries.length);
    hits.set(this.#hits);
    this.#hits = hits;
  }
}

function sumByLine(entries: Uint32Array, hits: Float64Array): HitCounts {
  const sums = new Map<number, number>();
  entries.forEach((entry, index) => {
    const line = entry >>> 1;
    sums.set(line, Math.min((sums.get(line) ?? 0) + (hits[index] ?? 0), HITS_MAX));
  });
  return Float64Array.from([...sums].sort(([a], [b]) => a - b).map(([, sum]) => sum));
}

/** Lines of either, hit where either hit; which of the two comes first makes no difference. */
export function mergeLineHits(a: LineHits, b: LineHits): LineHits {
  const merged = new Uint32Array(a.length + b.length);
  merged.set(a);
  merged.set(b, a.length);
  return withoutRepeats(merged.sort());
}

export function countLineHits(lines: LineHits): { readonly covered: number; readonly total: number } {
  let covered = 0;
  for (const entry of lines) covered += entry & 1;
  return { covered, total: lines.length };
}

/** The lines that were hit, or those that were not, in ascending order. */
export function linesOf(lines: LineHits, isHit: boolean): Lines {
  return lines.filter((entry) => ((entry & 1) === 1) === isHit).map((entry) => entry >>> 1);
}

/** A hit sorts right after the same line without one, so the last of a line is its answer. */
function withoutRepeats(sorted: Uint32Array): LineHits {
  let length = 0;
  for (const entry of sorted) {
    if (length > 0 && (sorted[length - 1] ?? 0) >>> 1 === entry >>> 1) length -= 1;
    sorted[length] = entry;
    length += 1;
  }
  return sorted.slice(0, length);
}
