import type { CounterSeries } from "@holdpoint/kit";

/** Keeps a counter level with a total that is kept elsewhere; a total that fell began anew. */
export class FollowingCounter {
  readonly #series: CounterSeries;
  #seen = 0;

  constructor(series: CounterSeries) {
    this.#series = series;
  }

  follow(total: number): void {
    this.#series.inc(total >= this.#seen ? total - this.#seen : total);
    this.#seen = total;
  }
}
