import type { Counts, LoadSecond, PhasePlan, RunSecond } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import type { EngineRecorder } from "../engine/terms.ts";
import type { CompiledFlows } from "../flow/compile-flows.ts";
import type { PreparedRequest } from "../flow/compile-request.ts";
import { phaseAt, phaseStartsUs } from "../schedule/arrivals.ts";
import { SeriesCell, taken } from "./series-cell.ts";
import { seriesOf } from "./series-of.ts";

const SECOND_US = 1_000_000;

export interface RecorderTerms {
  readonly phases: readonly PhasePlan[];
  readonly flows: CompiledFlows;
  /** Index of an arrival of this worker among those of all. */
  readonly indexOf: (own: number) => number;
  /** When the run's clock began, on the clock of all moments that are told. */
  readonly startUs: number;
  /** Takes each second when it is over: without a gap, from 0. */
  readonly seal: (second: RunSecond) => void;
}

/** The cells to which what happens to a request of one phase counts. */
export type Cells = readonly SeriesCell[];

/**
 * Counts what happens, second by second; only the open second is held. An event belongs to the second in which it
 * happens: what ends late shows late.
 */
export class SecondRecorder implements EngineRecorder {
  readonly #terms: RecorderTerms;
  readonly #phaseStartsUs: readonly number[];
  readonly #cells: readonly SeriesCell[];
  readonly #byStep: readonly Map<PreparedRequest, Cells>[];
  readonly #lag = new LogHistogram();
  readonly #failures = new Map<string, number>();
  readonly #passed = new Map<string, number>();
  readonly #refused = new Map<string, number>();
  #second = 0;
  #endsUs: number;
  #arrivals = 0;
  #started = 0;
  #queued = 0;

  constructor(terms: RecorderTerms) {
    const { phases, flows, startUs } = terms;
    this.#terms = terms;
    this.#endsUs = startUs + SECOND_US;
    this.#phaseStartsUs = phaseStartsUs(phases).map((offsetUs) => startUs + offsetUs);
    this.#cells = seriesOf(
      phases.map(({ name }) => name),
      flows.flows,
    ).map((series) => new SeriesCell(series));
    const steps = flows.flows.flatMap((flow) => flow.steps);
    this.#byStep = phases.map(({ name }) => new Map(steps.map((step) => [step, this.#cellsFor(name, step)])));
  }

  due(dueUs: number, lagUs: number): void {
    this.advance(dueUs + lagUs);
    this.#lag.record(Math.max(0, lagUs));
    const index = this.#arrivals;
    this.#arrivals += 1;
    for (const cell of this.#cellsOfArrival(index, dueUs)) cell.due += 1;
  }

  dropped(dueUs: number): void {
    this.#lost("dropped: no free connection", this.#cellsOfArrival(this.#arrivals - 1, dueUs));
  }

  overflowed(dueUs: number): void {
    this.#lost("dropped: the queue was full", this.#cellsOfArrival(this.#arrivals - 1, dueUs));
  }

  queued(depth: number): void {
    this.#queued = depth;
  }

  /** A step after the first became due. */
  stepDue(cells: Cells, atUs: number): void {
    this.advance(atUs);
    for (const cell of cells) cell.due += 1;
  }

  sent(cells: Cells, atUs: number, isFirst: boolean): void {
    this.advance(atUs);
    if (isFirst) this.#started += 1;
    for (const cell of cells) cell.sent += 1;
  }

  /** The end of a request that was sent; `failure` is its kind, null for a success. */
  ended(
    cells: Cells,
    atUs: number,
    times: { readonly intendedUs: number; readonly sentUs: number },
    failure: string | null,
  ): void {
    this.advance(atUs);
    const responseUs = Math.max(0, atUs - times.intendedUs);
    const serviceUs = Math.max(0, atUs - times.sentUs);
    if (failure === null) {
      for (const cell of cells) cell.succeeded(responseUs, serviceUs);
      return;
    }
    count(this.#failures, failure);
    for (const cell of cells) cell.failedAfter(responseUs, serviceUs);
  }

  /** The run ended before a connection was free: for whoever waits that is as bad as dropped. */
  unsent(cells: Cells, atUs: number): void {
    this.advance(atUs);
    this.#lost("dropped: unsent at the end", cells);
  }

  checked(text: string, holds: boolean): void {
    count(holds ? this.#passed : this.#refused, text);
  }

  /** Cells of a step in the phase in which its arrival was due. */
  cellsOf(step: PreparedRequest, dueUs: number): Cells {
    return this.#byStep[phaseAt(this.#phaseStartsUs, dueUs)]?.get(step) ?? [];
  }

  /** Closes every second that is over. Called on each event, and once a second where nothing happens. */
  advance(nowUs: number): void {
    while (nowUs >= this.#endsUs) this.#seal();
  }

  /** Closes the last second, whole or not, unless it is behind the last phase and nothing happened in it. */
  finish(nowUs: number, isComplete: boolean): void {
    this.advance(nowUs);
    const beginsUs = this.#endsUs - SECOND_US;
    const isPlanned = isComplete && beginsUs < (this.#phaseStartsUs.at(-1) ?? 0);
    if (isPlanned || this.#cells.some((cell) => cell.isTouched)) this.#seal();
  }

  #seal(): void {
    const series = this.#cells.map((cell, index): LoadSecond =>
      cell.seal(this.#second, index === 0 ? this.#queued : 0, index === 0 ? taken(this.#lag) : null),
    );
    const counts = {
      started: this.#started,
      failures: drained(this.#failures),
      checksPassed: drained(this.#passed),
      checksFailed: drained(this.#refused),
    };
    const second = this.#second;
    this.#started = 0;
    this.#second += 1;
    this.#endsUs += SECOND_US;
    this.#terms.seal({ second, series, ...counts });
  }

  #cellsOfArrival(own: number, dueUs: number): Cells {
    const { flows, indexOf } = this.#terms;
    const [first] = flows.flowOf(indexOf(own)).steps;
    return first === undefined ? [] : this.cellsOf(first, dueUs);
  }

  #cellsFor(phase: string, { endpoint, tags }: PreparedRequest): Cells {
    return this.#cells.filter(({ series: { of, name } }) => {
      if (of === "run") return true;
      if (of === "phase") return name === phase;
      return of === "endpoint" ? name === endpoint : tags.includes(name);
    });
  }

  #lost(kind: string, cells: Cells): void {
    count(this.#failures, kind);
    for (const cell of cells) cell.dropped += 1;
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function drained(counts: Map<string, number>): Counts {
  const entries = [...counts];
  counts.clear();
  return entries;
}
