import { HASH_SIZE_BYTES, nodeHash, sameHash } from "./hash.ts";
import type { Subtree } from "./subtrees.ts";
import { largestPowerBelow } from "./subtrees.ts";

/** Sizes and indices are unsigned 64-bit integers on the wire, hence `bigint` where proofs of others are verified. */
export interface InclusionProof {
  readonly leafIndex: bigint;
  readonly treeSize: bigint;
  readonly hashes: readonly Uint8Array[];
}

/** Subtrees whose hashes make up the inclusion proof of RFC 6962 section 2.1.1, leaf end first. */
export function inclusionSubtrees(leafIndex: number, treeSize: number): Subtree[] {
  if (!(leafIndex >= 0 && leafIndex < treeSize)) throw new RangeError(`a tree of ${treeSize} has no leaf ${leafIndex}`);
  const subtrees: Subtree[] = [];
  let from = 0;
  let to = treeSize;
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    if (leafIndex < middle) {
      subtrees.push({ from: middle, to });
      to = middle;
    } else {
      subtrees.push({ from, to: middle });
      from = middle;
    }
  }
  return subtrees.reverse();
}

/** RFC 9162 section 2.1.3.2: true when the leaf is at that index of the tree with that root. */
export function verifyInclusion(leaf: Uint8Array, proof: InclusionProof, root: Uint8Array): boolean {
  const { leafIndex, treeSize, hashes } = proof;
  if (leafIndex < 0n || leafIndex >= treeSize || leaf.length !== HASH_SIZE_BYTES) return false;
  let fn = leafIndex;
  let sn = treeSize - 1n;
  let result = leaf;
  for (const hash of hashes) {
    if (sn === 0n || hash.length !== HASH_SIZE_BYTES) return false;
    if (fn % 2n === 1n || fn === sn) {
      result = nodeHash(hash, result);
      while (fn % 2n === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      result = nodeHash(result, hash);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n && sameHash(result, root);
}
