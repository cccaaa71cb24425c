const US_PER_MS = 1000;
const NS_PER_US = 1000;
const LOOKS = 16;

/**
 * Monotonic microseconds with a fraction, on one origin for all threads of the process. A step of the system's clock
 * does not touch it.
 */
export function monotonicClock(): () => number {
  // `performance.now` is the faster one but starts anew in each thread.
  const own = (): number => performance.now() * US_PER_MS;
  const originUs = apartUs(() => Number(process.hrtime.bigint()) / NS_PER_US, own);
  return () => originUs + own();
}

/**
 * How far one clock is ahead of the other one: a thread may be stopped between two looks, so the closest of several
 * pairs counts. Right to half of the time that this pair took.
 */
export function apartUs(shared: () => number, own: () => number): number {
  let closest = Number.POSITIVE_INFINITY;
  let apart = 0;
  for (let look = 0; look < LOOKS; look += 1) {
    const before = shared();
    const between = own();
    const took = shared() - before;
    if (took < closest) {
      closest = took;
      apart = before + took / 2 - between;
    }
  }
  return apart;
}
