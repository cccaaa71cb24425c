import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import fc from "fast-check";
import type { StoredRecord } from "../store/ledger-store.ts";
import { SqliteReader } from "./sqlite-reader.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { recordPages } from "./record-pages.ts";
import { blob, integer, recordOf, text } from "./sqlite-values.ts";

/** A reader over a table that holds whatever a test puts in, whether it is a ledger's or not. */
function tableOf(context: TestContext): { readonly reader: SqliteReader; readonly database: DatabaseSync } {
  const file = join(scratch(context), "ledger.db");
  new SqliteStore({ file, origin: "o" }).close();
  const database = new DatabaseSync(file);
  context.after(() => database.close());
  return { reader: new SqliteReader(database, file), database };
}

type Row = Pick<StoredRecord, "seq" | "kind" | "run" | "leaf"> & { readonly bytes: Uint8Array };

function insert(database: DatabaseSync, rows: readonly Row[]): void {
  const statement = database.prepare("INSERT INTO record (seq, kind, run, leaf, bytes) VALUES (?, ?, ?, ?, ?)");
  database.exec("BEGIN");
  for (const { seq, kind, run, leaf, bytes } of rows) statement.run(seq, kind, run, leaf, bytes);
  database.exec("COMMIT");
}

const plain = ({ seq, kind, run, leaf, bytes }: StoredRecord): unknown => [
  seq,
  kind,
  run,
  Buffer.from(leaf).toString("hex"),
  Buffer.from(bytes ?? []).toString("hex"),
];

test("any bytes come back as they were stored, page by page as one by one", (context) => {
  const { reader, database } = tableOf(context);
  const rows = fc.array(
    fc.record({
      kind: fc.string({ unit: fc.constantFrom('"', "\\", ",", "é", "a", "\n") }),
      run: fc.string({ unit: "grapheme", maxLength: 5 }),
      leaf: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      bytes: fc.uint8Array({ maxLength: 40 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(rows, (made) => {
      database.exec("DROP TRIGGER IF EXISTS record_no_delete; DELETE FROM record");
      const all = made.map((one, seq) => ({ ...one, seq }));
      insert(database, all);
      assert.deepEqual([...reader.records(0, all.length)].map(plain), all.map(plain));
      assert.deepEqual(
        all.map(({ seq }) => plain(reader.record(seq) ?? assert.fail())),
        all.map(plain),
      );
    }),
    { numRuns: 60 },
  );
});

test("records too large for a page come alone, in their place", (context) => {
  const { reader, database } = tableOf(context);
  const sizes = [1, 16_384, 16_385, 0, 70_000, 5, 16_384];
  const rows = sizes.map((size, seq) => ({
    seq,
    kind: "k",
    run: "r",
    leaf: Buffer.alloc(32, seq),
    bytes: Buffer.alloc(size, seq + 1),
  }));
  insert(database, rows);
  assert.deepEqual([...reader.records(0, 7)].map(plain), rows.map(plain));
});

test("one leaf of another size does not shift the others", (context) => {
  const { reader, database } = tableOf(context);
  const rows = [32, 31, 33, 0, 32].map((size, seq) => ({
    seq,
    kind: "k",
    run: "r",
    leaf: Buffer.alloc(size, seq),
    bytes: Buffer.from([seq]),
  }));
  insert(database, rows);
  assert.deepEqual([...reader.records(0, 5)].map(plain), rows.map(plain));
});

test("a gap is a gap, and several pages are one sequence", (context) => {
  const { reader, database } = tableOf(context);
  const seqs = [0, 1, ...Array.from({ length: 1100 }, (_, n) => 5 + n), 9_000_000];
  insert(
    database,
    seqs.map((seq) => ({ seq, kind: "k", run: "", leaf: Buffer.alloc(32), bytes: Buffer.from(String(seq)) })),
  );
  assert.deepEqual(
    [...reader.records(0, 10_000_000)].map(({ seq }) => seq),
    seqs,
  );
  assert.deepEqual([...reader.records(2, 5)], []);
  assert.deepEqual(reader.extent(), { count: seqs.length, end: 9_000_001 });
});

test("an index beyond what a ledger can have is a contradiction", (context) => {
  const { reader, database } = tableOf(context);
  database.exec("INSERT INTO record VALUES (9223372036854775807, 'k', 'r', zeroblob(32), x'00')");
  const isCorrupt = (thrown: unknown): boolean => isHoldpointError(thrown) && thrown.code === "HP-LEDGER-CORRUPT";
  assert.throws(() => [...reader.records(0, 2 ** 63)], isCorrupt);
  assert.throws(() => reader.find({ order: "oldest-first", limit: 5 }), isCorrupt);
});

test("values of another type than the column's are refused", () => {
  assert.equal(text("x", "c"), "x");
  assert.equal(integer(0, "c"), 0);
  assert.deepEqual(blob(Buffer.from("x"), "c"), Buffer.from("x"));
  for (const value of [null, 1.5, -1, 2 ** 53, "1", Buffer.alloc(0)]) {
    assert.throws(() => integer(value, "seq"), /stands in the column "seq"/);
  }
  for (const value of [null, 1, Buffer.alloc(0), undefined]) assert.throws(() => text(value, "kind"), isHoldpointError);
  for (const value of [null, 1, "", undefined]) assert.throws(() => blob(value, "leaf"), isHoldpointError);
});

test("a large record that is gone when it is read alone is a contradiction", (context) => {
  const { database } = tableOf(context);
  insert(database, [{ seq: 0, kind: "k", run: "r", leaf: Buffer.alloc(32), bytes: Buffer.alloc(16_385) }]);
  assert.throws(
    () => [...recordPages(database, 0, 1, () => null)],
    (thrown) => isHoldpointError(thrown) && /record 0 went away/.test(thrown.message),
  );
});

test("in a table without leaves each record is read alone", () => {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE record (seq INTEGER, kind TEXT, run TEXT, leaf BLOB, bytes BLOB)");
  database.exec("INSERT INTO record VALUES (0, 'k', 'r', NULL, x'00'), (1, 'k', 'r', NULL, x'00')");
  const asked: number[] = [];
  const single = (seq: number): StoredRecord => {
    asked.push(seq);
    return { seq, kind: "k", run: "r", leaf: Buffer.alloc(0), bytes: null };
  };
  assert.deepEqual(
    [...recordPages(database, 0, 2, single)].map(({ seq, bytes }) => [seq, bytes]),
    [
      [0, null],
      [1, null],
    ],
  );
  assert.deepEqual(asked, [0, 1]);
  database.close();
});

test("a record beyond the size that is read has no bytes, and one without a leaf is refused", () => {
  const row = { seq: 3, kind: "k", run: "", leaf: Buffer.alloc(32), bytes: null };
  assert.deepEqual(recordOf(row), row);
  assert.throws(() => recordOf({ ...row, leaf: null }), /a null stands in the column "leaf"/);
  assert.throws(() => recordOf({ ...row, bytes: "text" }), /a string stands in the column "bytes"/);
});
