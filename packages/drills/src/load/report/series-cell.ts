import type { HistogramSlice, LoadSecond, SeriesName } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";

/** What happens to one series in the second that is open. */
export class SeriesCell {
  readonly series: SeriesName;
  due = 0;
  sent = 0;
  completed = 0;
  failed = 0;
  dropped = 0;
  readonly #response = new LogHistogram();
  readonly #service = new LogHistogram();
  // Most series never fail: what nobody needs takes no memory.
  #failedResponse: LogHistogram | null = null;
  #failedService: LogHistogram | null = null;

  constructor(series: SeriesName) {
    this.series = series;
  }

  succeeded(responseUs: number, serviceUs: number): void {
    this.completed += 1;
    this.#response.record(responseUs);
    this.#service.record(serviceUs);
  }

  /** Something happened in the open second. */
  get isTouched(): boolean {
    return this.due + this.sent + this.completed + this.failed + this.dropped > 0;
  }

  /** A failure counts in both clocks as well. */
  failedAfter(responseUs: number, serviceUs: number): void {
    this.failed += 1;
    this.#response.record(responseUs);
    this.#service.record(serviceUs);
    this.#failedResponse ??= new LogHistogram();
    this.#failedService ??= new LogHistogram();
    this.#failedResponse.record(responseUs);
    this.#failedService.record(serviceUs);
  }

  /** The second as it was, and a new one begun. */
  seal(second: number, queued: number, lag: HistogramSlice | null): LoadSecond {
    const { series, due, sent, completed, failed, dropped } = this;
    this.due = 0;
    this.sent = 0;
    this.completed = 0;
    this.failed = 0;
    this.dropped = 0;
    return {
      series,
      second,
      due,
      sent,
      completed,
      failed,
      dropped,
      queued,
      response: taken(this.#response),
      service: taken(this.#service),
      failedResponse: taken(this.#failedResponse),
      failedService: taken(this.#failedService),
      lag,
    };
  }
}

/** What a histogram holds; it is empty afterwards. */
export function taken(histogram: LogHistogram | null): HistogramSlice | null {
  if (histogram === null || histogram.count === 0) return null;
  const slice = histogram.toSlice();
  histogram.clear();
  return slice;
}
