/** Milliseconds since the epoch that never run backwards: the system's clock once, then the monotonic one. */
export function soakClock(): () => number {
  const originMs = Date.now() - performance.now();
  return () => originMs + performance.now();
}

/** Waits so long, or until the signal aborts. */
export function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
  });
}
