import type { LoadSeries, LoadWindow } from "../../evidence/load.ts";
import { LogHistogram } from "../../histogram/log-histogram.ts";
import type { LoadSecond, SeriesName } from "../second.ts";
import { mergeCounts } from "./merge-counts.ts";
import { WindowTally } from "./window-tally.ts";
import type { Counts, RunSecond } from "./run-second.ts";

interface SeriesTotal {
  readonly series: SeriesName;
  due: number;
  sent: number;
  completed: number;
  failed: number;
  dropped: number;
  readonly response: LogHistogram;
  readonly service: LogHistogram;
}

/** Sums of a whole run. */
export type RunTotals = Readonly<Pick<SeriesTotal, "due" | "sent" | "completed" | "failed" | "dropped">>;

/** Adds a run up, second by second; what it holds does not grow with the run but for its windows. */
export class RunTally {
  readonly #windows: WindowTally;
  #series: SeriesTotal[] = [];
  readonly lag: LogHistogram = new LogHistogram();
  #seconds = 0;
  #started = 0;
  #failures: Counts = [];
  #passed: Counts = [];
  #refused: Counts = [];

  constructor(windowS: number) {
    this.#windows = new WindowTally(windowS);
  }

  get seconds(): number {
    return this.#seconds;
  }

  /** Arrivals whose first step went out. */
  get started(): number {
    return this.#started;
  }

  get failures(): Counts {
    return this.#failures;
  }

  get totals(): RunTotals {
    const { due, sent, completed, failed, dropped } = this.#series[0] ?? EMPTY;
    return { due, sent, completed, failed, dropped };
  }

  get response(): LogHistogram {
    return (this.#series[0] ?? EMPTY).response;
  }

  get service(): LogHistogram {
    return (this.#series[0] ?? EMPTY).service;
  }

  /** @throws RangeError for a second that is not the next one */
  take(second: RunSecond): void {
    if (second.second !== this.#seconds) {
      throw new RangeError(`second ${second.second} where ${this.#seconds} comes next`);
    }
    this.#seconds += 1;
    this.#started += second.started;
    if (this.#series.length === 0) this.#series = second.series.map(({ series }) => emptyTotal(series));
    for (const [index, one] of second.series.entries()) add(this.#series[index], one);
    const [run] = second.series;
    if (run !== undefined) {
      this.#windows.take(run);
      if (run.lag !== null) this.lag.add(run.lag);
    }
    this.#failures = mergeCounts([this.#failures, second.failures]);
    this.#passed = mergeCounts([this.#passed, second.checksPassed]);
    this.#refused = mergeCounts([this.#refused, second.checksFailed]);
  }

  windows(): readonly LoadWindow[] {
    return this.#windows.finish();
  }

  series(): readonly LoadSeries[] {
    return this.#series.map(({ series: { of, name }, completed, failed, response, service }) => ({
      of,
      name,
      completed,
      failed,
      response: response.toSlice(),
      service: service.toSlice(),
      summary: response.summary(),
    }));
  }

  checks(): readonly { readonly check: string; readonly passed: number; readonly failed: number }[] {
    const [passed, refused] = [new Map(this.#passed), new Map(this.#refused)];
    const names = new Set([...passed.keys(), ...refused.keys()]);
    return [...names]
      .toSorted()
      .map((check) => ({ check, passed: passed.get(check) ?? 0, failed: refused.get(check) ?? 0 }));
  }
}

function emptyTotal(series: SeriesName): SeriesTotal {
  const histograms = { response: new LogHistogram(), service: new LogHistogram() };
  return { series, due: 0, sent: 0, completed: 0, failed: 0, dropped: 0, ...histograms };
}

const EMPTY = emptyTotal({ of: "run", name: "" });

function add(total: SeriesTotal | undefined, second: LoadSecond): void {
  if (total === undefined) throw new RangeError("a series that the seconds before did not have");
  total.due += second.due;
  total.sent += second.sent;
  total.completed += second.completed;
  total.failed += second.failed;
  total.dropped += second.dropped;
  if (second.response !== null) total.response.add(second.response);
  if (second.service !== null) total.service.add(second.service);
}
