import type { LoadWindow } from "../../evidence/load.ts";
import { LogHistogram } from "../../histogram/log-histogram.ts";
import type { LoadSecond } from "../second.ts";

/** Makes windows of the run's seconds; memory is one window's. */
export class WindowTally {
  readonly #sizeS: number;
  readonly #windows: LoadWindow[] = [];
  readonly #response = new LogHistogram();
  readonly #service = new LogHistogram();
  #counts = { ...NONE };
  #from = 0;
  #seconds = 0;

  constructor(sizeS: number) {
    this.#sizeS = sizeS;
  }

  take({ sent, completed, failed, dropped, queued, response, service, lag }: LoadSecond): void {
    const counts = this.#counts;
    counts.sent += sent;
    counts.completed += completed;
    counts.failed += failed;
    counts.dropped += dropped;
    counts.queued = queued;
    counts.lagMaxUs = lag === null ? counts.lagMaxUs : Math.max(counts.lagMaxUs ?? 0, lag.maxUs);
    if (response !== null) this.#response.add(response);
    if (service !== null) this.#service.add(service);
    this.#seconds += 1;
    if (this.#seconds - this.#from === this.#sizeS) this.#close();
  }

  /** All windows, in order, without a gap; the last one may be shorter. */
  finish(): readonly LoadWindow[] {
    if (this.#seconds > this.#from) this.#close();
    return this.#windows;
  }

  #close(): void {
    const { lagMaxUs, ...counts } = this.#counts;
    this.#windows.push({
      startMs: this.#from * 1000,
      sizeMs: (this.#seconds - this.#from) * 1000,
      ...counts,
      response: this.#response.summary(),
      service: this.#service.summary(),
      lagMax: lagMaxUs === null ? null : lagMaxUs / 1000,
    });
    this.#from = this.#seconds;
    this.#counts = { ...NONE };
    this.#response.clear();
    this.#service.clear();
  }
}

const NONE: {
  sent: number;
  completed: number;
  failed: number;
  dropped: number;
  queued: number;
  lagMaxUs: number | null;
} = { sent: 0, completed: 0, failed: 0, dropped: 0, queued: 0, lagMaxUs: null };
