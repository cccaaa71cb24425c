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
  #length = 0;
  #last = 0;
  #isAscending = true;

  add(line: number, isHit: boolean): void {
    if (this.#length === this.#entries.length) this.#entries = grown(this.#entries);
    this.#entries[this.#length] = line * 2 + (isHit ? 1 : 0);
    this.#length += 1;
    if (line <= this.#last) this.#isAscending = false;
    this.#last = line;
  }

  /** What was added since the last call; of a line that was added twice, a hit stands. */
  finish(): LineHits {
    const entries = this.#entries.slice(0, this.#length);
    const isAscending = this.#isAscending;
    this.#length = 0;
    this.#last = 0;
    this.#isAscending = true;
    return isAscending ? entries : withoutRepeats(entries.sort());
  }
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

/** The lines that were not hit as `3-5,9`; lines in between that hold no code do not end a range. */
export function uncoveredRanges(lines: LineHits): string {
  const ranges: string[] = [];
  let first = 0;
  let last = 0;
  const flush = (): void => {
    if (first !== 0) ranges.push(first === last ? `${first}` : `${first}-${last}`);
    first = 0;
  };
  for (const entry of lines) {
    if ((entry & 1) === 1) {
      flush();
      continue;
    }
    last = entry >>> 1;
    if (first === 0) first = last;
  }
  flush();
  return ranges.join(",");
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

export function grown(entries: Uint32Array): Uint32Array {
  const larger = new Uint32Array(entries.length * 2);
  larger.set(entries);
  return larger;
}
