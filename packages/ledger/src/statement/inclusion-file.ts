import { canonicalize } from "@holdpoint/core";
import type { Ledger } from "../ledger.ts";
import { hashesToBase64 } from "../merkle/proof-json.ts";

/** What a reader without the store needs to find one record in the log. */
export interface RecordProof {
  /** Text of `checkpoint.txt`. */
  readonly checkpoint: string;
  /** Text of `inclusion.json`: `{leafIndex, proof, record, treeSize}`, hashes and the record's bytes in base64. */
  readonly inclusion: string;
}

/** Proof of one record against the ledger's newest checkpoint. */
export function recordProof(ledger: Ledger, seq: number): RecordProof {
  const { size, checkpoint } = ledger.head();
  ledger.get(seq);
  const stored = ledger.store.record(seq);
  if (stored === null || stored.bytes === null || checkpoint === null)
    throw new RangeError(`there is no record ${seq}`);
  const proof = ledger.inclusionProof(seq, size);
  const inclusion = canonicalize({
    leafIndex: seq,
    treeSize: size,
    record: Buffer.from(stored.bytes).toString("base64"),
    proof: hashesToBase64(proof.hashes),
  });
  return { checkpoint, inclusion };
}
