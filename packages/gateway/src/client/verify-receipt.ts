import type { JsonObject } from "@holdpoint/core";
import {
  hashesFromBase64,
  leafHash,
  noteKey,
  parseCheckpoint,
  readPublicKey,
  verifyInclusion,
  verifyNote,
} from "@holdpoint/ledger";
import type { ReceiptView } from "../contract/engine.ts";
import type { KeyWire } from "../http/wire/keys-wire.ts";

/** What a receipt that holds says, or the first reason why it does not hold. */
export type ReceiptVerification =
  | {
      readonly valid: true;
      /** When the record was committed; RFC 3339, UTC. */
      readonly at: string;
      /** What became of the action: `state`, `actor`, `adapter`, `arguments` and `result` as digests… */
      readonly body: JsonObject;
      /** Records that the checkpoint signs. */
      readonly treeSize: number;
    }
  | { readonly valid: false; readonly reason: string };

/**
 * Verifies a receipt offline: the ledger's key signed the checkpoint (C2SP), the checkpoint's tree holds the record at
 * the place that the receipt names (RFC 9162 section 2.1.3.2), and the record is of this action. Anything that is not
 * as it must be makes it invalid; nothing is thrown.
 *
 * @param key of the ledger, from whom you trust: its name and its public key as PEM
 * @example
 * const receipt = await gateway.receipt(action.id);
 * const told = verifyReceipt(receipt, { origin: "holdpoint/gateway", pem });
 * if (told.valid) console.log(told.body["state"]); // "SUCCEEDED"
 */
export function verifyReceipt(receipt: ReceiptView, key: Pick<KeyWire, "origin" | "pem">): ReceiptVerification {
  try {
    return verified(receipt, key);
  } catch {
    return invalid("the receipt is not of the shape that a gateway answers");
  }
}

function verified(receipt: ReceiptView, { origin, pem }: Pick<KeyWire, "origin" | "pem">): ReceiptVerification {
  const publicKey = readPublicKey(pem);
  if ("rejected" in publicKey) return invalid(`the key cannot be used: ${publicKey.rejected}`);
  const signer = noteKey(origin, publicKey);
  if (signer === null) return invalid("the key cannot be used: checkpoints are signed with Ed25519");
  const signed = parseCheckpoint(Buffer.from(receipt.checkpoint));
  if ("malformed" in signed) return invalid(`the checkpoint is none: ${signed.malformed}`);
  const { checkpoint, note } = signed;
  if (checkpoint.origin !== origin) return invalid("the checkpoint is of another ledger");
  const { good, bad } = verifyNote(note, [signer]);
  if (good.length === 0 || bad.length > 0) return invalid("the checkpoint is not signed by the key");
  const { tree_size: treeSize, hashes } = receipt.inclusion;
  if (treeSize !== checkpoint.size) return invalid("the proof is of another tree than the checkpoint");
  const path = hashesFromBase64(hashes);
  const record = Buffer.from(receipt.record);
  const place = { leafIndex: BigInt(receipt.leaf_index), treeSize: BigInt(treeSize) };
  if (path === null || !verifyInclusion(leafHash(record), { ...place, hashes: path }, checkpoint.root)) {
    return invalid("the record is not in the tree at that place");
  }
  return described(receipt, treeSize);
}

/** The tree holds the record; now it must be the one that the receipt says it is. */
function described(receipt: ReceiptView, treeSize: number): ReceiptVerification {
  const { at, body, kind, run, seq } = JSON.parse(receipt.record) as {
    readonly at: string;
    readonly body: JsonObject;
    readonly kind: string;
    readonly run: string;
    readonly seq: number;
  };
  const wanted = receipt.provisional ? "receipt-provisional" : "receipt";
  if (kind !== wanted) return invalid(`the record is a ${kind}, not a ${wanted}`);
  if (run !== receipt.action_id || body["action"] !== receipt.action_id) {
    return invalid("the record is of another action");
  }
  if (seq !== receipt.leaf_index) return invalid("the record is of another place");
  return { valid: true, at, body, treeSize };
}

function invalid(reason: string): ReceiptVerification {
  return { valid: false, reason };
}
