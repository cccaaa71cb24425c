/** Timers as they come in, so that tests turn the clock themselves. */
export interface ExecutorTimers {
  /** Runs something once after `ms`; gives what `clear` takes. */
  set(run: () => void, ms: number): unknown;
  clear(handle: unknown): void;
}
