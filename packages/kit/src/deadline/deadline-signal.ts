import { remainingMs } from "./deadline.ts";

/** The part of `globalThis` that waits; comes in as an argument, so that tests do not. */
export interface Timers {
  set(run: () => void, ms: number): unknown;
  clear(handle: never): void;
}

export interface DeadlineSignal {
  readonly signal: AbortSignal;
  /** Ends the wait; to be called when the work has ended, however it ended. */
  cancel(): void;
}

/**
 * A signal that aborts at the deadline with a `TimeoutError`, as `AbortSignal.timeout` does, or with the other signal's
 * reason when that aborts first.
 *
 * @param deadlineAtMs one that is over aborts at once, without a timer
 * @param outer a signal that ends the same work, such as a shutdown
 */
export function deadlineSignal(
  deadlineAtMs: number | null,
  nowMs: number,
  timers: Timers,
  outer?: AbortSignal,
): DeadlineSignal {
  const controller = new AbortController();
  const leftMs = remainingMs(deadlineAtMs, nowMs);
  const expire = (): void => controller.abort(new DOMException(`${leftMs} ms are over`, "TimeoutError"));
  const follow = (): void => controller.abort(outer?.reason);
  if (outer?.aborted === true) follow();
  else if (leftMs === 0) expire();
  if (controller.signal.aborted) return { signal: controller.signal, cancel: () => undefined };
  const handle = timers.set(expire, leftMs);
  outer?.addEventListener("abort", follow, { once: true });
  const cancel = (): void => {
    timers.clear(handle as never);
    outer?.removeEventListener("abort", follow);
  };
  controller.signal.addEventListener("abort", cancel, { once: true });
  return { signal: controller.signal, cancel };
}
