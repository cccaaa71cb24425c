import type { Json } from "@holdpoint/core";
import type { BreakerWindow } from "./options.ts";
import { CountWindow } from "./count-window.ts";
import { TimeWindow } from "./time-window.ts";

export interface OutcomeTotals {
  readonly calls: number;
  readonly failures: number;
  readonly slow: number;
}

/** The outcomes that a closed breaker judges by; `atMs` never runs backwards. */
export interface OutcomeWindow {
  record(failed: boolean, slow: boolean, atMs: number): void;
  totals(atMs: number): OutcomeTotals;
  clear(): void;
  /** A form that `load` takes back. */
  save(atMs: number): Json;
  /**
   * Goes on where the saved one was, `passedMs` after that; false, and then it is empty, for anything that `save` of an
   * equal window did not give.
   */
  load(saved: unknown, atMs: number, passedMs: number): boolean;
}

export function outcomeWindow(window: BreakerWindow): OutcomeWindow {
  return window.kind === "count" ? new CountWindow(window.calls) : new TimeWindow(window.windowMs);
}

/** Whether the share reaches the percentage, in whole numbers: part × 100 ≥ percent × whole. */
export function reachesPercent(part: number, whole: number, percent: number): boolean {
  return whole > 0 && part * 100 >= percent * whole;
}
