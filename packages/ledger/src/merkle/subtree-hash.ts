import { EMPTY_ROOT, nodeHash } from "./hash.ts";
import type { NodeAt, Subtree } from "./subtrees.ts";
import { largestPowerBelow } from "./subtrees.ts";

/** Complete subtrees of this many levels, and of every multiple of it, are worth storing: 1 node in 255 leaves. */
export const STORED_LEVEL_STEP = 8;

/**
 * Hash of any subtree from stored leaves (level 0) and stored nodes (levels 8, 16, …): at most 255 look-ups a level.
 * `subtree.from` must be a multiple of the power of two that spans it, as it is in every proof.
 */
export function subtreeHash({ from, to }: Subtree, nodeAt: NodeAt): Uint8Array {
  const count = to - from;
  if (count === 0) return EMPTY_ROOT;
  const level = Math.log2(count);
  if (Number.isInteger(level) && level % STORED_LEVEL_STEP === 0) return nodeAt(level, from / count);
  const middle = from + largestPowerBelow(count);
  return nodeHash(subtreeHash({ from, to: middle }, nodeAt), subtreeHash({ from: middle, to }, nodeAt));
}
