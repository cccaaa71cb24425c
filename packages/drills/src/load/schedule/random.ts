/** Numbers in [0, 1) that a seed makes again: mulberry32, whose state is one 32-bit word. */
export type Draw = () => number;

export function seededDraw(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A seed for the part of a run that these numbers name, so that what one part draws does not depend on how much
 * another one drew: the finaliser of MurmurHash3 over the words, one after the other.
 */
export function partSeed(seed: number, ...words: readonly number[]): number {
  let mixed = seed >>> 0;
  for (const word of words) {
    mixed = (mixed ^ Math.imul((word >>> 0) + 0x9e3779b9, 0x85ebca6b)) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed = (mixed ^ (mixed >>> 16)) >>> 0;
  }
  return mixed;
}
