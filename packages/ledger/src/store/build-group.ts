import type { Signer } from "../keys/signer.ts";
import { signCheckpoint } from "../checkpoint/sign-checkpoint.ts";
import type { CompactRange } from "../merkle/compact-range.ts";
import type { HashText } from "../merkle/hash.ts";
import { hashBytes, leafText } from "../merkle/hash.ts";
import { STORED_LEVEL_STEP } from "../merkle/subtree-hash.ts";
import type { NewRecord, NewTextRecord } from "../record/record.ts";
import { encodeRecord } from "../record/record.ts";
import type { Group, StoredNode } from "./ledger-store.ts";

export interface GroupTerms {
  readonly origin: string;
  /** RFC 3339 UTC with milliseconds; the same for the whole group. */
  readonly at: string;
  readonly signers: readonly Signer[];
}

/** Everything that appending these records after `range` makes durable, its checkpoint included. Moves `range` on. */
export function buildGroup(
  records: readonly (NewRecord | NewTextRecord)[],
  range: CompactRange,
  terms: GroupTerms,
): Group {
  if (records.length === 0) throw new RangeError("a group has at least one record");
  const nodes: StoredNode[] = [];
  const onNode = (level: number, index: number, hash: HashText): void => {
    if (level % STORED_LEVEL_STEP === 0) nodes.push({ level, index, hash: hashBytes(hash) });
  };
  const stored = records.map((record) => {
    const seq = range.size;
    const bytes = encodeRecord(record, seq, terms.at);
    const leaf = leafText(bytes);
    range.append(leaf, onNode);
    return { seq, kind: record.kind, run: record.run, leaf: hashBytes(leaf), bytes };
  });
  const { origin, signers } = terms;
  const text = signCheckpoint({ origin, size: range.size, root: range.root(), extensions: [] }, signers);
  return { records: stored, nodes, checkpoint: { size: range.size, text, peaks: range.toBytes() } };
}
