import type { DatabaseSync } from "node:sqlite";
import { HoldpointError } from "@holdpoint/core";
import { HASH_SIZE_BYTES } from "../merkle/hash.ts";
import type { StoredRecord } from "../store/ledger-store.ts";
import { text } from "./sqlite-values.ts";

const PAGE_RECORDS_MAX = 500;
/** Records up to this size are read a page at a time; a larger one is read alone. */
const PAGED_SIZE_BYTES_MAX = 16 * 1024;

/**
 * One row for many records: the binding makes two buffers and two texts a page instead of four values a record, which
 * is several times faster. SQLite steps an aggregate in the order of its subquery; `seq` comes along to show it.
 */
const SQL = `SELECT group_concat(seq), group_concat(length(bytes)), json_group_array(kind), json_group_array(run),
  CAST(group_concat(leaf, '') AS BLOB),
  CAST(group_concat(CASE WHEN length(bytes) <= ${PAGED_SIZE_BYTES_MAX} THEN bytes ELSE '' END, '') AS BLOB)
  FROM (SELECT seq, kind, run, leaf, bytes FROM record WHERE seq >= ? AND seq < ?
    ORDER BY seq LIMIT ${PAGE_RECORDS_MAX})`;

type Row = readonly [string | null, string | null, string, string, Uint8Array | null, Uint8Array | null];

/** Reads records in order; `single` reads one that does not fit a page. */
export function* recordPages(
  database: DatabaseSync,
  from: number,
  to: number,
  single: (seq: number) => StoredRecord | null,
): Generator<StoredRecord> {
  const statement = database.prepare(SQL);
  statement.setReturnArrays(true);
  for (let next = from; next < to;) {
    const [seqs, sizes, kinds, runs, leaves, bytes] = statement.get(next, to) as unknown as Row;
    if (seqs === null || sizes === null) return;
    const page = splitPage(
      numbers(seqs),
      numbers(sizes),
      kinds,
      runs,
      leaves ?? Buffer.alloc(0),
      bytes ?? Buffer.alloc(0),
    );
    for (const { seq, record } of page) {
      if (!Number.isSafeInteger(seq) || seq < next) throw contradiction(`record ${seq} is out of order`);
      const one = record ?? single(seq);
      if (one === null) throw contradiction(`record ${seq} went away`);
      yield one;
      next = seq + 1;
    }
  }
}

function* splitPage(
  seqs: readonly number[],
  sizes: readonly number[],
  kinds: string,
  runs: string,
  leaves: Uint8Array,
  bytes: Uint8Array,
): Generator<{ readonly seq: number; readonly record: StoredRecord | null }> {
  const [kindOf, runOf] = [JSON.parse(kinds) as unknown[], JSON.parse(runs) as unknown[]];
  // A leaf of another size would shift all that follow, so such a page is read record by record.
  const isRegular = leaves.length === seqs.length * HASH_SIZE_BYTES;
  let at = 0;
  for (const [index, seq] of seqs.entries()) {
    const size = sizes[index] ?? 0;
    if (!isRegular || size > PAGED_SIZE_BYTES_MAX) {
      yield { seq, record: null };
      if (size <= PAGED_SIZE_BYTES_MAX) at += size;
      continue;
    }
    const leaf = leaves.subarray(index * HASH_SIZE_BYTES, (index + 1) * HASH_SIZE_BYTES);
    const [kind, run] = [text(kindOf[index], "kind"), text(runOf[index], "run")];
    yield { seq, record: { seq, kind, run, leaf, bytes: bytes.subarray(at, at + size) } };
    at += size;
  }
}

function numbers(list: string): number[] {
  return list.split(",").map(Number);
}

function contradiction(what: string): HoldpointError {
  return new HoldpointError("HP-LEDGER-CORRUPT", what);
}
