import type { HashText } from "./hash.ts";
import { EMPTY_ROOT, HASH_SIZE_BYTES, hashBytes, hashText, nodeText } from "./hash.ts";

/** Called for every complete subtree: `level` 1 spans 2 leaves, and `index` counts subtrees of that level. */
export type OnNode = (level: number, index: number, hash: HashText) => void;

/**
 * The roots of the complete subtrees that cover the first `size` leaves, largest first: all that is needed to append
 * and to tell the root. O(log size) memory; appending costs one node hash per leaf on average.
 *
 * @example
 * const range = new CompactRange();
 * range.append(leafText(Buffer.from("a")));
 * range.root(); // Buffer of 32 bytes
 */
export class CompactRange {
  #size: number;
  readonly #peaks: HashText[];

  constructor(size: number = 0, peaks: readonly HashText[] = []) {
    if (!Number.isSafeInteger(size) || size < 0 || peaks.length !== bitCount(size)) {
      throw new RangeError(`a range of ${size} leaves does not have ${peaks.length} subtrees`);
    }
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): number {
    return this.#size;
  }

  append(leaf: HashText, onNode?: OnNode): void {
    let node = leaf;
    let index = this.#size;
    for (let level = 1; index % 2 === 1; level += 1) {
      node = nodeText(this.#peaks.pop() as HashText, node);
      index = (index - 1) / 2;
      onNode?.(level, index, node);
    }
    this.#peaks.push(node);
    this.#size += 1;
  }

  /** Merkle tree hash of RFC 6962 section 2.1 over everything appended. */
  root(): Buffer {
    let root = this.#peaks.at(-1);
    if (root === undefined) return EMPTY_ROOT;
    for (let index = this.#peaks.length - 2; index >= 0; index -= 1)
      root = nodeText(this.#peaks[index] as HashText, root);
    return hashBytes(root);
  }

  copy(): CompactRange {
    return new CompactRange(this.#size, this.#peaks);
  }

  /** The subtree roots one after the other, 32 bytes each. */
  toBytes(): Buffer {
    return hashBytes(this.#peaks.join(""));
  }

  /** Throws `RangeError` when the bytes cannot belong to that size. */
  static fromBytes(size: number, bytes: Uint8Array): CompactRange {
    const peaks: HashText[] = [];
    for (let at = 0; at < bytes.length; at += HASH_SIZE_BYTES)
      peaks.push(hashText(bytes.subarray(at, at + HASH_SIZE_BYTES)));
    if (peaks.some((peak) => peak.length !== HASH_SIZE_BYTES)) throw new RangeError("a subtree hash is cut short");
    return new CompactRange(size, peaks);
  }
}

function bitCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
