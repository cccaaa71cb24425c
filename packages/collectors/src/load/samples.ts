import type { HistogramSlice, LatencySummary, LoadSeries, LoadWindow } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import { wholeUs } from "./figures.ts";
import { SampleWindows } from "./sample-windows.ts";

/** Endpoints with a series of their own; the others share one. */
const ENDPOINTS_MAX = 200;
const OTHERS = "(others)";

/** One request as a tool logged it; milliseconds. */
export interface LoadSample {
  /** Since any fixed instant, at its end. */
  readonly endMs: number;
  readonly durationMs: number;
  /** Null: it succeeded. */
  readonly failure: string | null;
  readonly endpoint: string | null;
}

interface Tally {
  readonly times: LogHistogram;
  /** Made when something fails: most endpoints never do. */
  failedTimes: LogHistogram | null;
  completed: number;
  failed: number;
}

/** Adds up requests that a tool logged one by one: any percentile, windows, endpoints, in bounded memory. */
export class LoadSamples {
  readonly #whole: Tally = newTally();
  readonly #endpoints = new Map<string, Tally>();
  readonly #failures = new Map<string, number>();
  readonly #windows = new SampleWindows();
  #dropped = 0;

  add(sample: LoadSample): void {
    const { endpoint, failure } = sample;
    tell(this.#whole, sample);
    if (endpoint !== null) tell(this.#endpoint(endpoint), sample);
    if (failure !== null) {
      const kind = this.#failures.has(failure) || this.#failures.size < ENDPOINTS_MAX ? failure : OTHERS;
      this.#failures.set(kind, (this.#failures.get(kind) ?? 0) + 1);
    }
    this.#windows.add(sample);
  }

  /** Arrivals that the tool gave up before it sent anything. */
  drop(atMs: number, count: number): void {
    this.#dropped += count;
    this.#windows.drop(atMs, count);
  }

  get completed(): number {
    return this.#whole.completed;
  }

  get failed(): number {
    return this.#whole.failed;
  }

  /** What a draft takes over. */
  finish(): {
    readonly sent: number;
    readonly completed: number;
    readonly failed: number;
    readonly dropped: number;
    readonly durationMs: number;
    readonly failures: readonly (readonly [kind: string, count: number])[];
    readonly service: LatencySummary | null;
    readonly slice: HistogramSlice | null;
    readonly failedSlice: HistogramSlice | null;
    readonly windows: readonly LoadWindow[];
    readonly series: readonly LoadSeries[];
  } {
    const { completed, failed, times, failedTimes } = this.#whole;
    return {
      sent: completed + failed,
      completed,
      failed,
      dropped: this.#dropped,
      durationMs: this.#windows.durationMs,
      failures: [...this.#failures].sort(([a], [b]) => (a < b ? -1 : 1)),
      service: times.summary(),
      slice: times.toSlice(),
      failedSlice: (failedTimes ?? NO_TIMES).toSlice(),
      windows: this.#windows.finish(),
      series: [...this.#endpoints].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, tally]) => seriesOf(name, tally)),
    };
  }

  #endpoint(name: string): Tally {
    const known = this.#endpoints.get(name);
    if (known !== undefined) return known;
    const own = this.#endpoints.size < ENDPOINTS_MAX ? name : OTHERS;
    const tally = this.#endpoints.get(own) ?? newTally();
    this.#endpoints.set(own, tally);
    return tally;
  }
}

const NO_TIMES = new LogHistogram();

function newTally(): Tally {
  return { times: new LogHistogram(), failedTimes: null, completed: 0, failed: 0 };
}

function tell(tally: Tally, { durationMs, failure }: LoadSample): void {
  const us = wholeUs(durationMs);
  tally.times.record(us);
  if (failure === null) {
    tally.completed += 1;
    return;
  }
  tally.failed += 1;
  tally.failedTimes ??= new LogHistogram();
  tally.failedTimes.record(us);
}

function seriesOf(name: string, { completed, failed, times, failedTimes }: Tally): LoadSeries {
  const service = times.toSlice();
  const failedService = (failedTimes ?? NO_TIMES).toSlice();
  const told = { of: "endpoint", name, completed, failed, response: null, service, summary: null } as const;
  return failedService === null ? told : { ...told, failedService };
}
