import { createHash } from "node:crypto";

const LEAF = 0;
const NODE = 1;

/** RFC 6962 section 2.1 leaf hash. */
export function leafHash(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(Buffer.of(LEAF)).update(bytes).digest();
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(Buffer.of(NODE)).update(left).update(right).digest();
}

/**
 * The root that a leaf and its inclusion proof give (RFC 9162 section 2.1.3.2), or null when the proof has not as many
 * hashes as the tree needs.
 *
 * @param proof base64 hashes, from the leaf up
 * @example
 * rootOf(leafHash(record), 0, 1, []); // the leaf hash itself: a tree of one
 */
export function rootOf(leaf: Uint8Array, leafIndex: number, treeSize: number, proof: readonly string[]): Buffer | null {
  if (!(leafIndex >= 0 && leafIndex < treeSize)) return null;
  let at = leafIndex;
  let last = treeSize - 1;
  let hash: Uint8Array = leaf;
  for (const text of proof) {
    if (last === 0) return null;
    const other = Buffer.from(text, "base64");
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(other, hash);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, other);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? Buffer.from(hash) : null;
}

/** Size and root of a C2SP checkpoint: origin, size and base64 root, one a line. */
export function checkpointOf(text: string): { readonly size: number; readonly root: string } {
  const [, size = "", root = ""] = text.split("\n");
  return { size: /^\d+$/.test(size) ? Number(size) : -1, root };
}
