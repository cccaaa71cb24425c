// Its own generator, not the testkit's: an example is copied and runs without the repository.

/** Numbers from 0 to below 1 that follow from a seed (mulberry32): the same seed, the same numbers. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A waiting time: exponentially distributed around its mean. */
export function waiting(random: () => number, mean: number): number {
  return -mean * Math.log(1 - random());
}
