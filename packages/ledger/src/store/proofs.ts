import { HoldpointError } from "@holdpoint/core";
import type { ConsistencyProof } from "../merkle/consistency.ts";
import { consistencySubtrees, verifyConsistency } from "../merkle/consistency.ts";
import type { InclusionProof } from "../merkle/inclusion.ts";
import { inclusionSubtrees, verifyInclusion } from "../merkle/inclusion.ts";
import { subtreeHash } from "../merkle/subtree-hash.ts";
import type { Subtree } from "../merkle/subtrees.ts";
import { readHead } from "./head.ts";
import type { LedgerReader } from "./ledger-store.ts";

/** That record `seq` is in the tree of the first `size` records; verified before it is handed out. */
export function inclusionProof(reader: LedgerReader, seq: number, size: number): InclusionProof {
  assertSize(reader, size);
  const hashes = inclusionSubtrees(seq, size).map((subtree) => hashOf(reader, subtree));
  const proof = { leafIndex: BigInt(seq), treeSize: BigInt(size), hashes };
  const leaf = hashOf(reader, { from: seq, to: seq + 1 });
  if (!verifyInclusion(leaf, proof, rootAt(reader, size))) throw contradiction();
  return proof;
}

/** That the first `firstSize` records are the same in the tree of `secondSize`; verified before it is handed out. */
export function consistencyProof(reader: LedgerReader, firstSize: number, secondSize: number): ConsistencyProof {
  assertSize(reader, secondSize);
  const hashes = consistencySubtrees(firstSize, secondSize).map((subtree) => hashOf(reader, subtree));
  const proof = { firstSize: BigInt(firstSize), secondSize: BigInt(secondSize), hashes };
  if (!verifyConsistency(proof, rootAt(reader, firstSize), rootAt(reader, secondSize))) throw contradiction();
  return proof;
}

/** Root of the tree of the first `size` records, out of the stored leaves and nodes. */
export function rootAt(reader: LedgerReader, size: number): Uint8Array {
  return hashOf(reader, { from: 0, to: size });
}

function assertSize(reader: LedgerReader, size: number): void {
  const { head } = readHead(reader);
  if (size > head.size) throw new RangeError(`the ledger has ${head.size} records, not ${size}`);
  if (size === head.size && Buffer.from(rootAt(reader, size)).toString("base64") !== head.root) {
    throw contradiction();
  }
}

function hashOf(reader: LedgerReader, subtree: Subtree): Uint8Array {
  return subtreeHash(subtree, (level, index) => {
    const hash = reader.node(level, index);
    if (hash === null) throw contradiction();
    return hash;
  });
}

function contradiction(): HoldpointError {
  return new HoldpointError("HP-LEDGER-CORRUPT", "the stored tree does not have the root that was signed");
}
