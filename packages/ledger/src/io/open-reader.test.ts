import assert from "node:assert/strict";
import { appendFileSync, copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { ticking } from "../testing.ts";
import { openLedger } from "./open-ledger.ts";
import { withLedgerFile } from "./open-reader.ts";

function ledgerIn(context: TestContext): { readonly folder: string; readonly file: string } {
  const folder = scratch(context);
  openLedger({ folder, origin: "holdpoint/reader", nowMs: ticking() }).ledger.close();
  return { folder, file: join(folder, "ledger.db") };
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    return isHoldpointError(thrown) ? thrown.code : String(thrown);
  }
  return "done";
}

test("a ledger file is read in place, and nothing can be written through the reader", (context) => {
  const { folder, file } = ledgerIn(context);
  const before = readdirSync(folder);
  const seen = withLedgerFile(file, (reader) => [reader.origin, reader.extent().count]);
  assert.deepEqual(seen, ["holdpoint/reader", 1]);
  assert.deepEqual(readdirSync(folder), before);
});

test("a path with characters that mean something in a URL is still a path", (context) => {
  const { folder, file } = ledgerIn(context);
  const odd = join(folder, "50% of #1? & more.db");
  copyFileSync(file, odd);
  assert.equal(
    withLedgerFile(odd, (reader) => reader.origin),
    "holdpoint/reader",
  );
});

test("records that are still in the journal are read, and the journal is left alone", (context) => {
  const { folder, file } = ledgerIn(context);
  const { ledger } = openLedger({ folder, origin: "x", nowMs: ticking() });
  ledger.append([{ kind: "note", run: "", body: {} }]);
  const elsewhere = scratch(context);
  for (const suffix of ["", "-wal"]) copyFileSync(`${file}${suffix}`, join(elsewhere, `ledger.db${suffix}`));
  const copied = join(elsewhere, "ledger.db");
  assert.equal(
    withLedgerFile(copied, (reader) => reader.extent().count),
    2,
  );
  assert.deepEqual(readdirSync(elsewhere), ["ledger.db", "ledger.db-wal"]);
  ledger.close();
});

test("a file that keeps changing is not waited for without end", (context) => {
  const { file } = ledgerIn(context);
  let attempts = 0;
  const code = codeOf(() =>
    withLedgerFile(file, () => {
      attempts += 1;
      appendFileSync(file, "x");
    }),
  );
  assert.deepEqual([code, attempts], ["HP-LEDGER-BUSY", 5]);
});

test("a file that changed once is read again", (context) => {
  const { file } = ledgerIn(context);
  let attempts = 0;
  const count = withLedgerFile(file, (reader) => {
    attempts += 1;
    if (attempts === 1) appendFileSync(file, Buffer.alloc(1));
    return reader.extent().count;
  });
  assert.deepEqual([count, attempts], [1, 2]);
});

test("what is no ledger is refused", (context) => {
  const folder = scratch(context);
  const read = (name: string): string => codeOf(() => withLedgerFile(join(folder, name), (reader) => reader.origin));
  assert.equal(read("none"), "HP-LEDGER-OPEN");
  writeFileSync(join(folder, "text"), "x".repeat(5000));
  assert.equal(read("text"), "HP-LEDGER-OPEN");
  writeFileSync(join(folder, "empty"), "");
  assert.equal(read("empty"), "HP-LEDGER-OPEN");
  const utf16 = new DatabaseSync(join(folder, "utf16"));
  utf16.exec(
    "PRAGMA encoding = 'UTF-16'; PRAGMA application_id = 0x48504c47; PRAGMA user_version = 1; CREATE TABLE x (y)",
  );
  utf16.close();
  assert.equal(read("utf16"), "HP-LEDGER-OPEN");
});
