/** What a client needs of the machine it runs on; tests give their own. */
export interface ClientPlatform {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Resolves after so many milliseconds; rejects when the signal is aborted before. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly nowMs: () => number;
  /** A key that nobody else makes. */
  readonly newKey: () => string;
}

/** The platform of every runtime that has `fetch` and Web Crypto. */
export const PLATFORM: ClientPlatform = {
  fetch: (url, init) => globalThis.fetch(url, init),
  random: () => (globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const abort = (): void => {
        globalThis.clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = globalThis.setTimeout(() => {
        signal?.removeEventListener("abort", abort);
        resolve();
      }, ms);
      if (signal?.aborted === true) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    }),
  nowMs: () => globalThis.Date.now(),
  newKey: () => globalThis.crypto.randomUUID(),
};
