import type { NewTextRecord, Signer } from "@holdpoint/ledger";
import { CompactRange, leafText, signCheckpoint, signEnvelope } from "@holdpoint/ledger";
import type { GroupWriter } from "@holdpoint/ledger";
import type { Change, CommittedGroup, Place } from "../store/change.ts";
import type { Statements } from "./change-statements.ts";
import { writeRows } from "./change-statements.ts";

export const VERDICT_PAYLOAD_TYPE = "application/vnd.holdpoint.action-verdict+json";

export interface CommitTerms {
  readonly writer: Pick<GroupWriter, "write">;
  readonly store: Statements;
  readonly guardian: Signer;
  readonly guardianOrigin: string;
}

/**
 * Makes a list of changes durable in one commit. The guardian signs the Merkle root of the group's verdicts, in a
 * record of the same group, and singly those that ask for it; the ledger's key signs the checkpoint.
 */
export function commitChanges(terms: CommitTerms, changes: readonly Change[]): CommittedGroup {
  const { writer, store, guardian, guardianOrigin } = terms;
  const records: NewTextRecord[] = [];
  const starts: number[] = [];
  const verdictAt: number[] = [];
  const verdicts = new CompactRange();
  for (const change of changes) {
    starts.push(records.length);
    for (const record of change.records) records.push(record);
    const verdict = change.records[change.verdict];
    if (verdict === undefined) continue;
    const bytes = Buffer.from(verdict.text);
    verdicts.append(leafText(bytes));
    verdictAt.push((starts.at(-1) as number) + change.verdict);
    if (change.signedSingly) {
      const text = `{"envelope":${signEnvelope(VERDICT_PAYLOAD_TYPE, bytes, [guardian])}}`;
      records.push({ kind: "action-verdict", run: verdict.run, text });
    }
  }
  const verdictNote = verdicts.size === 0 ? null : noteOf(verdicts, guardianOrigin, guardian);
  if (verdictNote !== null) {
    // How far before this record each of them lies, so that a reader need not know what a verdict looks like.
    const back = verdictAt.map((at) => records.length - at);
    const text = JSON.stringify({ back, count: verdicts.size, note: verdictNote });
    records.push({ kind: "verdicts", run: "", text });
  }
  const places: Place[] = [];
  const { size, checkpoint } = writer.write(records, (first, checkpointSize) => {
    for (let index = 0; index < changes.length; index += 1) {
      const change = changes[index] as Change;
      const seq = first + (starts[index] as number);
      const place = { seq, receiptSeq: change.receipt < 0 ? -1 : seq + change.receipt, checkpointSize };
      writeRows(store, change, place);
      places.push(place);
    }
  });
  return { places, size, checkpoint, verdictNote };
}

function noteOf(verdicts: CompactRange, origin: string, guardian: Signer): string {
  return signCheckpoint({ origin, size: verdicts.size, root: verdicts.root(), extensions: [] }, [guardian]);
}
