import type { Refusing } from "./counter.ts";
import type { Exemplar, TakenExemplar } from "./exemplar.ts";
import { exemplarText } from "./exemplar.ts";
import type { Series } from "./family.ts";
import { canonicalText, numberText, sampleText } from "./text.ts";

export const HISTOGRAM_BUCKETS_MAX = 100;

/** Upper bounds in seconds for what takes from half a millisecond to ten seconds. */
export const LATENCY_BUCKETS: readonly number[] = Object.freeze([
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
]);

/**
 * Refuses bounds that are not finite, do not rise, or are too many or none.
 *
 * @throws RangeError
 */
export function checkBuckets(name: string, buckets: readonly number[]): readonly number[] {
  const rising = buckets.every((bound, index) => Number.isFinite(bound) && bound > (buckets[index - 1] ?? -Infinity));
  if (!rising || buckets.length === 0 || buckets.length > HISTOGRAM_BUCKETS_MAX) {
    throw new RangeError(`${name}: 1 to ${HISTOGRAM_BUCKETS_MAX} finite bounds are wanted that rise`);
  }
  return [...buckets];
}

export class HistogramSeries implements Series {
  readonly #bounds: readonly number[];
  /** One more than bounds; each counts its own part only. */
  readonly #counts: Float64Array;
  readonly #refuse: Refusing;
  readonly #nowMs: (() => number) | null;
  /** By bucket; few have one. */
  readonly #exemplars: Map<number, TakenExemplar> = new Map();
  #sum = 0;

  constructor(bounds: readonly number[], refuse: Refusing, nowMs: (() => number) | null = null) {
    this.#bounds = bounds;
    this.#nowMs = nowMs;
    this.#counts = new Float64Array(bounds.length + 1);
    this.#refuse = refuse;
  }

  /**
   * @param value anything finite; a bound counts to the bucket it closes
   * @param exemplar what it was part of; the newest of a bucket is kept, and left out beyond 128 characters
   */
  observe(value: number, exemplar?: Exemplar): void {
    if (!Number.isFinite(value)) {
      this.#refuse();
      return;
    }
    let index = 0;
    while (index < this.#bounds.length && value > (this.#bounds[index] ?? Infinity)) index += 1;
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#sum += value;
    if (exemplar !== undefined) this.#exemplars.set(index, { exemplar, value, atMs: this.#nowMs?.() ?? null });
  }

  render(name: string, labels: string): string {
    const { text, count } = this.#buckets(name, labels, numberText, () => "");
    return text + sampleText(`${name}_sum`, labels, this.#sum) + sampleText(`${name}_count`, labels, count);
  }

  /** With bounds below 0 a sum could fall, so OpenMetrics has neither sum nor count there. */
  renderOpenMetrics(name: string, labels: string, createdS: number | null): string {
    const { text, count } = this.#buckets(name, labels, canonicalText, (bucket) => {
      const taken = this.#exemplars.get(bucket);
      return taken === undefined ? "" : exemplarText(taken);
    });
    const created = createdS === null ? "" : sampleText(`${name}_created`, labels, createdS);
    if ((this.#bounds[0] ?? 0) < 0) return text + created;
    return text + sampleText(`${name}_sum`, labels, this.#sum) + sampleText(`${name}_count`, labels, count) + created;
  }

  #buckets(
    name: string,
    labels: string,
    boundText: (bound: number) => string,
    behind: (bucket: number) => string,
  ): { readonly text: string; readonly count: number } {
    const others = labels === "" ? "" : `${labels},`;
    let count = 0;
    let text = "";
    for (const [index, own] of this.#counts.entries()) {
      count += own;
      const bound = boundText(this.#bounds[index] ?? Infinity);
      text += sampleText(`${name}_bucket`, `${others}le="${bound}"`, count, behind(index));
    }
    return { text, count };
  }
}
