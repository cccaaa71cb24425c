const MICROSECONDS_PER_MS = 1000;
const NANOSECONDS_PER_US = 1000n;

/**
 * Monotonic microseconds with a fraction, on one origin for all threads of the process. A step of the system's clock
 * does not touch it.
 */
export function monotonicClock(): () => number {
  // `performance.now` is the faster one but starts anew in each thread.
  const originUs = Number(process.hrtime.bigint() / NANOSECONDS_PER_US) - performance.now() * MICROSECONDS_PER_MS;
  return () => originUs + performance.now() * MICROSECONDS_PER_MS;
}
