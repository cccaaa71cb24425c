import { HASH_SIZE_BYTES, nodeHash, sameHash } from "./hash.ts";
import type { Subtree } from "./subtrees.ts";
import { largestPowerBelow } from "./subtrees.ts";

/** That the tree of `firstSize` leaves is a prefix of the tree of `secondSize` leaves. */
export interface ConsistencyProof {
  readonly firstSize: bigint;
  readonly secondSize: bigint;
  readonly hashes: readonly Uint8Array[];
}

/** Subtrees whose hashes make up the consistency proof of RFC 6962 section 2.1.2; 0 < first <= second. */
export function consistencySubtrees(firstSize: number, secondSize: number): Subtree[] {
  if (!(firstSize > 0 && firstSize <= secondSize)) {
    throw new RangeError(`there is no consistency proof from ${firstSize} to ${secondSize}`);
  }
  const subtrees: Subtree[] = [];
  let from = 0;
  let to = secondSize;
  // True while the old tree is the left edge as a whole: the verifier then has its root already.
  let known = true;
  while (firstSize < to) {
    const middle = from + largestPowerBelow(to - from);
    if (firstSize <= middle) {
      subtrees.push({ from: middle, to });
      to = middle;
    } else {
      subtrees.push({ from, to: middle });
      from = middle;
      known = false;
    }
  }
  if (!known) subtrees.push({ from, to });
  return subtrees.reverse();
}

/** RFC 9162 section 2.1.4.2: true when nothing that the first root covers was changed on the way to the second. */
export function verifyConsistency(proof: ConsistencyProof, firstRoot: Uint8Array, secondRoot: Uint8Array): boolean {
  const { firstSize, secondSize, hashes } = proof;
  if (firstSize < 1n || firstSize > secondSize) return false;
  if (firstSize === secondSize) return hashes.length === 0 && sameHash(firstRoot, secondRoot);
  const path = isPowerOfTwo(firstSize) ? [firstRoot, ...hashes] : [...hashes];
  const start = path.shift();
  if (start === undefined || path.some((hash) => hash.length !== HASH_SIZE_BYTES)) return false;
  let fn = firstSize - 1n;
  let sn = secondSize - 1n;
  while (fn % 2n === 1n) {
    fn >>= 1n;
    sn >>= 1n;
  }
  let first = start;
  let second = start;
  for (const hash of path) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      first = nodeHash(hash, first);
      second = nodeHash(hash, second);
      while (fn % 2n === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      second = nodeHash(second, hash);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n && sameHash(first, firstRoot) && sameHash(second, secondRoot);
}

function isPowerOfTwo(size: bigint): boolean {
  return (size & (size - 1n)) === 0n;
}
