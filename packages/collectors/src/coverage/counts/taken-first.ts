import type { Points } from "./points.ts";
import { PointsBuilder } from "./points.ts";

const STRIDE = 2;
const FIRST_SIZE = 1_024;

/**
 * Collects, of one file after another, how many points of each line were taken where a report does not say which: the
 * first ones. Each line's points have the keys 0, 1, 2, …, those of a line that comes twice too.
 */
export class TakenFirstBuilder {
  /** Just as `Points` are, while lines ascend. */
  #entries: Uint32Array = new Uint32Array(FIRST_SIZE * STRIDE);
  #length = 0;
  #last = 0;
  #isAscending = true;

  /** `line` is 1 or more. */
  add(line: number, missed: number, taken: number): void {
    let at = this.#length;
    const takenEnd = at + taken * STRIDE;
    const end = takenEnd + missed * STRIDE;
    if (end > this.#entries.length) this.#grow(end);
    const entries = this.#entries;
    let entry = 1;
    for (; at < takenEnd; at += STRIDE) {
      entries[at] = line;
      entries[at + 1] = entry;
      entry += 2;
    }
    entry -= 1;
    for (; at < end; at += STRIDE) {
      entries[at] = line;
      entries[at + 1] = entry;
      entry += 2;
    }
    this.#length = end;
    if (line <= this.#last) this.#isAscending = false;
    this.#last = line;
  }

  /** What was added since the last call. */
  finish(): Points {
    const points = this.#isAscending ? this.#entries.slice(0, this.#length) : this.#sorted();
    this.#length = 0;
    this.#last = 0;
    this.#isAscending = true;
    return points;
  }

  #sorted(): Points {
    const builder = new PointsBuilder();
    for (let at = 0; at < this.#length; at += STRIDE) {
      const entry = this.#entries[at + 1] ?? 0;
      builder.add(this.#entries[at] ?? 0, entry >>> 1, 0, (entry & 1) === 1);
    }
    return builder.finish();
  }

  #grow(needed: number): void {
    const larger = new Uint32Array(Math.max(this.#entries.length * 2, needed));
    larger.set(this.#entries.subarray(0, this.#length));
    this.#entries = larger;
  }
}
