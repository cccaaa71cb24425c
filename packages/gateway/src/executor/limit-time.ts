import type { ExecutorTimers } from "./timers.ts";

/** How long an adapter has to tell how far it came, after it was told to stop. */
export const ABORT_GRACE_MS = 100;

export interface TimedWork<T> {
  readonly timeoutMs: number;
  readonly timers: ExecutorTimers;
  start(signal: AbortSignal): Promise<T>;
  /** Given what ends the time at once, as a shutdown does. */
  begun?(stop: () => void): void;
  /** What is answered in the place of one that neither ended nor stopped. */
  overdue(): T;
  /** What is answered for a work that threw; `timedOut` when it had been told to stop. */
  threw(thrown: unknown, timedOut: boolean): T;
  /** The work has really ended, or is given up after twice its time; once. */
  ended(): void;
  /** It ended after somebody had been answered in its place. */
  late(): void;
}

/**
 * Runs a work with a time limit. At its end the signal aborts; what does not answer within the grace is left behind,
 * answered for by `overdue`, and given up when twice its time has passed. Never rejects.
 */
export function limitTime<T>(work: TimedWork<T>): Promise<T> {
  const { timeoutMs, timers } = work;
  const controller = new AbortController();
  const graceMs = Math.min(ABORT_GRACE_MS, timeoutMs);
  let timedOut = false;
  let isAnswered = false;
  let hasEnded = false;
  return new Promise((resolve) => {
    const answer = (outcome: T): void => {
      isAnswered = true;
      resolve(outcome);
    };
    const end = (): void => {
      if (hasEnded) return;
      hasEnded = true;
      timers.clear(timer);
      work.ended();
    };
    const leave = (): void => {
      answer(work.overdue());
      timer = timers.set(end, timeoutMs - graceMs);
    };
    const stop = (): void => {
      if (timedOut || hasEnded) return;
      timedOut = true;
      timers.clear(timer);
      timer = timers.set(leave, graceMs);
      controller.abort(new DOMException(`${timeoutMs} ms are over`, "TimeoutError"));
    };
    let timer = timers.set(stop, timeoutMs);
    const settle = (outcome: T): void => {
      if (isAnswered) work.late();
      else answer(outcome);
      end();
    };
    const fail = (thrown: unknown): void => settle(work.threw(thrown, timedOut));
    work.begun?.(stop);
    try {
      work.start(controller.signal).then(settle, fail);
    } catch (thrown) {
      fail(thrown);
    }
  });
}
