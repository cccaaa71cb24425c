import type { LoadWindow } from "@holdpoint/core";
import { LOAD_WINDOWS_MAX, LogHistogram } from "@holdpoint/core";
import { rounded, wholeUs } from "./figures.ts";
import type { LoadSample } from "./samples.ts";

interface Cell {
  readonly times: LogHistogram;
  completed: number;
  failed: number;
  dropped: number;
}

/** Requests by the window in which they ended; windows of a second, twice as large whenever there are too many. */
export class SampleWindows {
  #cells = new Map<number, Cell>();
  #sizeMs = 1000;
  #originMs: number | null = null;
  #startMs = Number.POSITIVE_INFINITY;
  #endMs = Number.NEGATIVE_INFINITY;
  #first = 0;
  #last = 0;

  add({ endMs, durationMs, failure }: LoadSample): void {
    this.#startMs = Math.min(this.#startMs, endMs - durationMs);
    this.#endMs = Math.max(this.#endMs, endMs);
    this.#originMs ??= endMs - durationMs;
    this.#include(endMs - durationMs);
    this.#include(endMs);
    const cell = this.#cell(this.#indexOf(endMs));
    cell.times.record(wholeUs(durationMs));
    if (failure === null) cell.completed += 1;
    else cell.failed += 1;
  }

  drop(atMs: number, count: number): void {
    this.#originMs ??= atMs;
    this.#include(atMs);
    this.#cell(this.#indexOf(atMs)).dropped += count;
  }

  /** From the first send to the last end; 0 without a sample. */
  get durationMs(): number {
    return this.#endMs >= this.#startMs ? rounded(this.#endMs - this.#startMs) : 0;
  }

  /** Without a gap; what was sent counts where it ended. */
  finish(): LoadWindow[] {
    if (this.#cells.size === 0) return [];
    return Array.from({ length: this.#last - this.#first + 1 }, (_, at) => {
      const { completed = 0, failed = 0, dropped = 0, times } = this.#cells.get(this.#first + at) ?? {};
      return {
        startMs: at * this.#sizeMs,
        sizeMs: this.#sizeMs,
        sent: completed + failed,
        completed,
        failed,
        dropped,
        queued: 0,
        response: null,
        service: times?.summary() ?? null,
        lagMax: null,
      };
    });
  }

  #indexOf(ms: number): number {
    return Math.floor((ms - (this.#originMs ?? 0)) / this.#sizeMs);
  }

  #include(ms: number): void {
    for (;;) {
      const index = this.#indexOf(ms);
      const [first, last] = [Math.min(this.#first, index), Math.max(this.#last, index)];
      if (last - first < LOAD_WINDOWS_MAX) {
        [this.#first, this.#last] = [first, last];
        return;
      }
      this.#coarsen();
    }
  }

  #coarsen(): void {
    const finer = this.#cells;
    this.#cells = new Map();
    this.#sizeMs *= 2;
    [this.#first, this.#last] = [Math.floor(this.#first / 2), Math.floor(this.#last / 2)];
    for (const [index, { times, completed, failed, dropped }] of finer) {
      const cell = this.#cell(Math.floor(index / 2));
      cell.times.add(times);
      cell.completed += completed;
      cell.failed += failed;
      cell.dropped += dropped;
    }
  }

  #cell(index: number): Cell {
    const known = this.#cells.get(index);
    if (known !== undefined) return known;
    const cell: Cell = { times: new LogHistogram(), completed: 0, failed: 0, dropped: 0 };
    this.#cells.set(index, cell);
    return cell;
  }
}
