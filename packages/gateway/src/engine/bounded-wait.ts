import { RetryAfterError } from "../errors/retry-after.ts";
import { COME_BACK_MS } from "./core.ts";
import type { Timers } from "./timers.ts";

/** How long somebody is kept waiting for the store, whatever it does. */
export const DURABLE_WAIT_MS = 20_000;

/**
 * The same promise, given up after a time. Giving up changes nothing: what waits to become durable may become so, and
 * whoever repeats it with the same key is told.
 *
 * @throws RetryAfterError `HP-GATEWAY-STORAGE`
 */
export function boundedWait<T>(durable: Promise<T>, timers: Timers, waitMs: number = DURABLE_WAIT_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = timers.set(() => {
      const text = `the store has not answered for ${waitMs} ms; repeat it with the same idempotency key`;
      reject(new RetryAfterError("HP-GATEWAY-STORAGE", text, COME_BACK_MS));
    }, waitMs);
    durable.then(
      (value) => {
        timers.clear(timer);
        resolve(value);
      },
      (thrown: unknown) => {
        timers.clear(timer);
        reject(thrown);
      },
    );
  });
}
