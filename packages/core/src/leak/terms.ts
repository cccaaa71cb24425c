/** How a series of readings is judged; times in milliseconds. */
export interface LeakTerms {
  /** Readings before it are warm-up. */
  readonly steadyFromMs: number;
  /** Skipped, and a level after one is not compared with a level before it. */
  readonly faulted: readonly { readonly fromMs: number; readonly toMs: number }[];
  /** Served in the meantime; 0 decides nothing. */
  readonly requests: number;
  /** The steady part is cut into so many; each gives its floor. */
  readonly windows: number;
  /** Fewer that can be used decide nothing. */
  readonly windowsMin: number;
  readonly samplesPerWindowMin: number;
  /** Share of readings that may have failed. */
  readonly unreadableShareMax: number;
  /** Above 0, below 1. */
  readonly confidence: number;
  /** Growth that is still none, in the series' unit per 24 hours. */
  readonly limitPer24h: number;
  /** Less growth than that over the whole steady part is not told from the allocator's and compiler's own. */
  readonly resolution: number;
}

/** What is asked of a leak check unless something else is; limits belong to the resource. */
export const LEAK_DEFAULTS: Pick<
  LeakTerms,
  "windows" | "windowsMin" | "samplesPerWindowMin" | "unreadableShareMax" | "confidence"
> = { windows: 24, windowsMin: 10, samplesPerWindowMin: 3, unreadableShareMax: 0.01, confidence: 0.95 };

export type LeakOutcome =
  | "none"
  /** It grew, but too little or too suddenly to be called a leak in so short a time. */
  | "suspect"
  | "leak"
  | "undecided";

export interface LeakResult {
  readonly resource: string;
  readonly unit: "bytes" | "count";
  readonly outcome: LeakOutcome;
  /** `flat`, `within-limit`, `one-step`, `below-resolution`, `growing`, `no-requests`, `unreadable`… */
  readonly code: LeakCode;
  readonly reason: string;
  /** Growth of the floor per 24 hours with its interval; null where it is undecided. */
  readonly per24h: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly limitPer24h: number;
  /** Of the floors, over the steady part. */
  readonly growth: number | null;
  readonly windows: number;
  readonly skipped: number;
  readonly steadyMs: number;
}

export type LeakCode =
  | "flat"
  | "within-limit"
  | "one-step"
  | "below-resolution"
  | "growing"
  | "no-requests"
  | "no-readings"
  | "unreadable"
  | "not-a-series"
  | "too-few-windows";
