import assert from "node:assert/strict";
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { NewRecord } from "../record/record.ts";
import { makeSigner } from "../keys/signer.ts";
import { appendGroup } from "../store/append.ts";
import type { Group } from "../store/ledger-store.ts";
import type { ContractStore } from "../store/store-contract.ts";
import { CONTRACT_ORIGIN, storeContract } from "../store/store-contract.ts";
import { SqliteStore } from "./sqlite-store.ts";

storeContract("sqlite", (context) => {
  const file = join(scratch(context), "deep", "ledger.db");
  return { open: () => new ContractSqliteStore({ file, origin: CONTRACT_ORIGIN }) };
});

const { signer } = makeSigner();

class ContractSqliteStore extends SqliteStore implements ContractStore {
  append(records: readonly NewRecord[]): void {
    const terms = { store: this, checkpoints: { write: () => undefined }, nowMs: () => 0 };
    appendGroup(terms, () => ({ records, signers: [makeSigner().signer] }));
  }

  commit(group: Group, then: () => void): void {
    this.exclusively((commit) => {
      commit(group);
      then();
    });
  }
}

function appendTo(store: SqliteStore, count: number, sizeChars = 1): void {
  const records = Array.from({ length: count }, (_, n) => ({
    kind: "a",
    run: "",
    body: { n, pad: "x".repeat(sizeChars) },
  }));
  appendGroup({ store, checkpoints: { write: () => undefined }, nowMs: () => 0 }, () => ({
    records,
    signers: [signer],
  }));
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    return isHoldpointError(thrown) ? thrown.code : String(thrown);
  }
  return "done";
}

test("a ledger is private to its owner, flushed at every commit, and one file when closed", (context) => {
  const folder = scratch(context);
  const file = join(folder, "ledger.db");
  const store = new SqliteStore({ file, origin: "o" });
  assert.deepEqual(store.durability, { journal: "wal", synchronous: "full" });
  appendTo(store, 3);
  assert.ok(existsSync(`${file}-wal`), "while it is open it has a journal");
  store.close();
  assert.deepEqual(readdirSync(folder), ["ledger.db"]);
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test("a ledger that exists keeps its own origin", (context) => {
  const file = join(scratch(context), "ledger.db");
  new SqliteStore({ file, origin: "first" }).close();
  const store = new SqliteStore({ file, origin: "second" });
  assert.equal(store.origin, "first");
  store.close();
});

test("stored records refuse to be changed or deleted", (context) => {
  const file = join(scratch(context), "ledger.db");
  const store = new SqliteStore({ file, origin: "o" });
  appendTo(store, 300);
  store.close();
  const database = new DatabaseSync(file);
  for (const table of ["record", "node", "checkpoint"]) {
    assert.ok(Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.["n"]) > 0, table);
    assert.throws(() => database.exec(`DELETE FROM ${table}`), /append-only/);
  }
  assert.throws(() => database.exec("UPDATE record SET kind = 'x'"), /append-only/);
  assert.throws(() => database.exec("UPDATE checkpoint SET text = 'x'"), /append-only/);
  database.close();
});

test("what is not a ledger is refused and left as it is", (context) => {
  const folder = scratch(context);
  const refused = (name: string, make: (file: string) => void): void => {
    const file = join(folder, name);
    make(file);
    const before = statSync(file).mtimeMs;
    assert.equal(
      codeOf(() => new SqliteStore({ file, origin: "o" })),
      "HP-LEDGER-OPEN",
      name,
    );
    assert.equal(statSync(file).mtimeMs, before, `${name} was written to`);
    assert.equal(existsSync(`${file}-wal`), false);
  };
  const sql =
    (text: string) =>
    (file: string): void => {
      const database = new DatabaseSync(file);
      database.exec(text);
      database.close();
    };
  refused("text", (file) =>
    writeFileSync(file, "not a database, but long enough to have a header of one hundred bytes ".repeat(4)),
  );
  refused("other.db", sql("CREATE TABLE record (seq INTEGER PRIMARY KEY)"));
  refused(
    "pretender.db",
    sql("PRAGMA application_id = 0x48504c47; PRAGMA user_version = 1; CREATE VIEW record AS SELECT 1"),
  );
  refused("newer.db", sql("PRAGMA application_id = 0x48504c47; PRAGMA user_version = 99; CREATE TABLE x (y)"));
});

test("a table that was added makes it another file", (context) => {
  const file = join(scratch(context), "ledger.db");
  new SqliteStore({ file, origin: "o" }).close();
  const database = new DatabaseSync(file);
  database.exec("CREATE TABLE more (x)");
  database.close();
  assert.equal(
    codeOf(() => new SqliteStore({ file, origin: "o" })),
    "HP-LEDGER-OPEN",
  );
});

test("a folder that cannot be made is a registered error", (context) => {
  const folder = scratch(context, { file: "" });
  const code = codeOf(() => new SqliteStore({ file: join(folder, "file", "ledger.db"), origin: "o" }));
  assert.equal(code, "HP-LEDGER-OPEN");
});

test("who waits too long for another writer is told so", (context) => {
  const file = join(scratch(context), "ledger.db");
  const [one, two] = [1, 2].map(() => new SqliteStore({ file, origin: "o", busyTimeoutMs: 20 })) as [
    SqliteStore,
    SqliteStore,
  ];
  const code = one.exclusively(() => codeOf(() => appendTo(two, 1)));
  assert.equal(code, "HP-LEDGER-BUSY");
  appendTo(two, 1);
  assert.deepEqual(one.extent(), { count: 1, end: 1 });
  one.close();
  two.close();
});

test("a full disk is said to be full, and what was acknowledged stays", (context) => {
  const file = join(scratch(context), "ledger.db");
  const store = new SqliteStore({ file, origin: "o" });
  appendTo(store, 5);
  // SQLite answers a page limit exactly as it answers a disk without space.
  (store as unknown as { database: DatabaseSync }).database.exec("PRAGMA max_page_count = 20");
  assert.equal(
    codeOf(() => appendTo(store, 50, 10_000)),
    "HP-LEDGER-FULL",
  );
  assert.deepEqual(store.extent(), { count: 5, end: 5 });
  appendTo(store, 1);
  assert.deepEqual(store.extent(), { count: 6, end: 6 });
  store.close();
});

test("a ledger that could not be begun is empty, and begins the next time", (context) => {
  const file = join(scratch(context), "ledger.db");
  assert.equal(
    codeOf(() => new SqliteStore({ file, origin: null as unknown as string })),
    "HP-LEDGER-OPEN",
  );
  const database = new DatabaseSync(file);
  assert.deepEqual(database.prepare("SELECT name FROM sqlite_schema").all(), []);
  database.close();
  const store = new SqliteStore({ file, origin: "o" });
  appendTo(store, 1);
  assert.deepEqual([store.origin, store.extent()], ["o", { count: 1, end: 1 }]);
  store.close();
});

test("each group's checkpoint is found by the size that it closed, and no other", (context) => {
  const store = new SqliteStore({ file: join(scratch(context), "ledger.db"), origin: "o" });
  appendTo(store, 3);
  appendTo(store, 2);
  assert.deepEqual(
    [0, 1, 3, 4, 5, 6].map((size) => store.checkpointAt(size)?.size ?? null),
    [null, null, 3, null, 5, null],
  );
  assert.deepEqual(store.checkpointAt(5), store.lastCheckpoint());
  store.close();
});

test("a ledger with no origin, or with several, is not one", (context) => {
  for (const [sql, said] of [
    ["DELETE FROM ledger", /no origin/],
    ["INSERT INTO ledger (origin) VALUES ('other')", /several origins/],
  ] as const) {
    const file = join(scratch(context), "ledger.db");
    new SqliteStore({ file, origin: "o" }).close();
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
    assert.throws(
      () => new SqliteStore({ file, origin: "o" }),
      (thrown) => isHoldpointError(thrown) && thrown.code === "HP-LEDGER-OPEN" && said.test(thrown.message),
    );
  }
});
