import type { SignedTrace } from "@holdpoint/core";
import { hashesFromBase64, leafHash, noteKey, parseCheckpoint, verifyInclusion, verifyNote } from "@holdpoint/ledger";
import type { ReceiptView } from "../contract/engine.ts";
import type { Writer } from "../store/writer.ts";

/** Whether there is a receipt, and whether it is included under a checkpoint that the ledger's key signed. */
export function receiptTrace(receipt: ReceiptView | null, writer: Pick<Writer, "origin" | "ledgerKey">): SignedTrace {
  if (receipt === null) return { present: false, verified: false };
  return { present: true, verified: isIncluded(receipt, writer) };
}

function isIncluded(receipt: ReceiptView, { origin, ledgerKey }: Pick<Writer, "origin" | "ledgerKey">): boolean {
  const signed = parseCheckpoint(Buffer.from(receipt.checkpoint));
  const key = noteKey(origin, ledgerKey);
  const hashes = hashesFromBase64(receipt.inclusion.hashes);
  if ("malformed" in signed || key === null || hashes === null) return false;
  const { size, root } = signed.checkpoint;
  if (size !== receipt.inclusion.tree_size || verifyNote(signed.note, [key]).good.length !== 1) return false;
  const proof = { leafIndex: BigInt(receipt.leaf_index), treeSize: BigInt(size), hashes };
  return verifyInclusion(leafHash(Buffer.from(receipt.record)), proof, root);
}
