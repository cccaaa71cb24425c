import { CompactRange } from "../merkle/compact-range.ts";
import type { HashText } from "../merkle/hash.ts";
import { hashText, leafText } from "../merkle/hash.ts";
import { STORED_LEVEL_STEP } from "../merkle/subtree-hash.ts";
import { KEY_RECORD } from "../record/key-body.ts";
import { asBuffer, parseRecord } from "../record/read-record.ts";
import { RecordEnds } from "../record/record-ends.ts";
import type { LedgerReader } from "../store/ledger-store.ts";
import { KeyChain } from "./key-chain.ts";
import type { ProblemList } from "./problem-list.ts";

export interface Scan {
  readonly size: number;
  readonly chain: KeyChain;
  /** When the last record of a tree of that size was appended, as it says itself. */
  readonly timeAt: (size: number) => string | null;
}

const KEY_KINDS: ReadonlySet<string> = new Set(Object.values(KEY_RECORD));
/** Where the time stands in a record's bytes: `{"at":"2026-01-01T00:00:00.000Z"`. */
const TIME_FROM = 7;
const TIME_TO = 31;

/** Hashes the stored bytes of every record, in order; `onSize` is called after each and once for the empty tree. */
export function scanRecords(reader: LedgerReader, problems: ProblemList, onSize: (range: CompactRange) => void): Scan {
  const range = new CompactRange();
  const chain = new KeyChain(reader.origin);
  const ends = new RecordEnds();
  const { end } = reader.extent();
  let nodes = 0;
  const onNode = (level: number, index: number, hash: HashText): void => {
    if (level % STORED_LEVEL_STEP !== 0) return;
    nodes += 1;
    const stored = reader.node(level, index);
    if (stored === null || hashText(stored) !== hash) problems.add("state-mismatch", `node ${level}/${index}`);
  };
  onSize(range);
  for (const stored of reader.records(0, end)) {
    const where = `record ${range.size}`;
    if (stored.seq !== range.size) {
      problems.add("record-missing", where);
      break;
    }
    if (stored.bytes === null) {
      problems.add("record-malformed", where);
      break;
    }
    const bytes = asBuffer(stored.bytes);
    const leaf = leafText(bytes);
    if (hashText(stored.leaf) !== leaf) problems.add("record-changed", where);
    if (!ends.fits(bytes, stored)) problems.add("record-misplaced", where);
    if (stored.seq === 0 || KEY_KINDS.has(stored.kind)) {
      const record = parseRecord(bytes);
      if (record === null) problems.add("record-malformed", where);
      else if (!chain.take(record)) problems.add("key-malformed", where);
    }
    range.append(leaf, onNode);
    onSize(range);
  }
  if (reader.nodeCount() !== nodes) problems.add("state-mismatch", "nodes");
  const timeAt = (size: number): string | null => {
    const bytes = size === 0 ? null : (reader.record(size - 1)?.bytes ?? null);
    return bytes === null ? null : asBuffer(bytes).toString("latin1", TIME_FROM, TIME_TO);
  };
  return { size: range.size, chain, timeAt };
}
