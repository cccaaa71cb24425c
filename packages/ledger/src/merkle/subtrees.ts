/** The leaves `from` (included) to `to` (excluded); together they hash to one node of some tree. */
export interface Subtree {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two smaller than `count`, for `count` > 1: where RFC 6962 splits a tree. */
export function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** Looks up the hash of a complete subtree: `2 ** level` leaves starting at `index * 2 ** level`. */
export type NodeAt = (level: number, index: number) => Uint8Array;
