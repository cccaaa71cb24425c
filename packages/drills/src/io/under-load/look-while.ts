import { setTimeout as sleep } from "node:timers/promises";

/** Looks again and again, one look at a time, until the work is done; whatever the work throws comes out. */
export async function lookWhile<T>(everyMs: number, look: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const looking = (async (): Promise<void> => {
    while (!done.signal.aborted) {
      await look();
      await sleep(everyMs, undefined, { signal: done.signal }).catch(() => undefined);
    }
  })();
  try {
    return await work();
  } finally {
    done.abort();
    await looking;
  }
}
