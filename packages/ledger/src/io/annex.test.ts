import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { makeSigner } from "../keys/signer.ts";
import { GroupWriter } from "../store/group-writer.ts";
import { readHead } from "../store/head.ts";
import { verifyLedger } from "../verify/verify-ledger.ts";
import { openLedger } from "./open-ledger.ts";
import { isAnnex } from "./sqlite-schema.ts";
import { SqliteStore } from "./sqlite-store.ts";

const ANNEX = [
  "CREATE TABLE IF NOT EXISTS annex_thing (id TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT",
  "CREATE INDEX IF NOT EXISTS annex_thing_n ON annex_thing (n)",
];
const NOW_MS = Date.UTC(2026, 0, 1);

function opened(folder: string, annex: readonly string[] = ANNEX): ReturnType<typeof openLedger> {
  return openLedger({ folder, origin: "trial", nowMs: () => NOW_MS, annex });
}

const things = (store: SqliteStore): number =>
  Number(store.statement("SELECT count(*) AS n FROM annex_thing").get()?.["n"]);
const text = (n: number): { kind: string; run: string; text: string } => ({
  kind: "note",
  run: "r",
  text: `{"n":${n}}`,
});

test("rows of the annex and records are one commit, and a ledger with an annex verifies", (context) => {
  const folder = scratch(context);
  const { ledger, store } = opened(folder);
  const writer = new GroupWriter({ store, signer: ledger.signer, nowMs: () => NOW_MS });
  for (let group = 0; group < 5; group += 1) {
    const { first, size } = writer.write([text(group), text(group)], (at, checkpointSize) => {
      assert.equal(checkpointSize, at + 2);
      store.statement("INSERT INTO annex_thing VALUES (?, ?)").run(`t${group}`, at);
    });
    assert.equal(first, 1 + 2 * group);
    assert.equal(size, 3 + 2 * group);
  }
  assert.equal(things(store), 5);
  assert.deepEqual(ledger.get(3).body, { n: 1 });
  assert.equal(ledger.head().size, 11);
  const { publicKey } = ledger.signer;
  assert.deepEqual(
    verifyLedger(store, [], { trusted: [publicKey], revocations: [], mode: "when-observed" }).problems,
    [],
  );
  ledger.close();
  const again = opened(folder);
  assert.equal(things(again.store), 5);
  again.ledger.close();
});

test("what throws alongside undoes records and rows, and the next group goes where this one would have gone", (context) => {
  const { ledger, store } = opened(scratch(context));
  const writer = new GroupWriter({ store, signer: ledger.signer, nowMs: () => NOW_MS });
  writer.write([text(1)]);
  const before = ledger.head();
  const refused = (): unknown =>
    writer.write([text(2)], () => {
      store.statement("INSERT INTO annex_thing VALUES ('x', 1)").run();
      throw new Error("no");
    });
  assert.throws(refused, /no/);
  assert.deepEqual(ledger.head(), before);
  assert.equal(things(store), 0);
  assert.equal(writer.write([text(3)]).first, before.size);
  ledger.close();
});

test("a group that somebody else wrote in between is seen", (context) => {
  const folder = scratch(context);
  const one = opened(folder);
  const other = opened(folder);
  const writer = new GroupWriter({ store: one.store, signer: one.ledger.signer, nowMs: () => NOW_MS });
  assert.equal(writer.write([text(1)]).first, 1);
  other.ledger.append([{ kind: "note", run: "", body: { by: "other" } }]);
  assert.equal(writer.write([text(2)]).first, 3);
  assert.equal(readHead(one.store).head.size, 4);
  one.ledger.close();
  other.ledger.close();
});

test("only tables and indexes with the annex's name are tolerated: a trigger could reach the ledger's tables", (context) => {
  const table = { type: "table", name: "annex_thing", table: "annex_thing" };
  assert.equal(isAnnex(table), true);
  assert.equal(isAnnex({ ...table, type: "index", name: "annex_thing_n" }), true);
  assert.equal(isAnnex({ ...table, name: "thing" }), false);
  assert.equal(isAnnex({ type: "index", name: "annex_record", table: "record" }), false);
  assert.equal(isAnnex({ ...table, type: "trigger" }), false);
  assert.equal(isAnnex({ ...table, type: "view" }), false);
  const planted = [
    "CREATE TRIGGER annex_spy AFTER INSERT ON record BEGIN DELETE FROM annex_thing; END",
    "CREATE TRIGGER annex_spy AFTER INSERT ON annex_thing BEGIN SELECT 1; END",
    "CREATE VIEW annex_view AS SELECT * FROM record",
    "CREATE TABLE other (id TEXT)",
    "CREATE INDEX annex_record ON record (leaf)",
  ];
  for (const sql of planted) {
    const folder = scratch(context);
    opened(folder).ledger.close();
    const database = new DatabaseSync(join(folder, "ledger.db"));
    database.exec(sql);
    database.close();
    assert.throws(
      () => new SqliteStore({ file: join(folder, "ledger.db"), origin: "trial" }),
      (thrown) => isHoldpointError(thrown) && thrown.code === "HP-LEDGER-OPEN",
      sql,
    );
  }
});

test("a store without an annex opens one that has it, and the other way round", (context) => {
  const folder = scratch(context);
  opened(folder, []).ledger.close();
  const { ledger, store } = opened(folder);
  assert.equal(things(store), 0);
  ledger.close();
  const plain = openLedger({ folder, origin: "trial", nowMs: () => NOW_MS });
  assert.equal(plain.ledger.head().size, 1);
  plain.ledger.close();
});

test("an abandoned store keeps what was committed", (context) => {
  const folder = scratch(context);
  const { ledger, store } = opened(folder);
  new GroupWriter({ store, signer: ledger.signer, nowMs: () => NOW_MS }).write([text(1)]);
  store.abandon();
  const again = opened(folder);
  assert.equal(again.ledger.head().size, 2);
  again.ledger.close();
});

test("a group needs a signer that the ledger knows, or verification says so", (context) => {
  const { ledger, store } = opened(scratch(context));
  new GroupWriter({ store, signer: makeSigner().signer, nowMs: () => NOW_MS }).write([text(1)]);
  const { publicKey } = ledger.signer;
  assert.ok(
    verifyLedger(store, [], { trusted: [publicKey], revocations: [], mode: "when-observed" }).problems.length > 0,
  );
  ledger.close();
});
