import assert from "node:assert/strict";
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { currentKey } from "../keys/current-key.ts";
import { publicKeyPem } from "../keys/public-key.ts";
import { makeSigner } from "../keys/signer.ts";
import { KEY_RECORD } from "../record/key-body.ts";
import type { NewRecord } from "../record/record.ts";
import { appendGroup } from "../store/append.ts";
import { ticking } from "../testing.ts";
import { KeyFiles } from "./key-files.ts";
import type { OpenedLedger, OpenLedgerOptions } from "./open-ledger.ts";
import { openLedger } from "./open-ledger.ts";
import { SqliteStore } from "./sqlite-store.ts";

const RECORD: NewRecord = { kind: "gate", run: "r", body: { gate: "tests" } };
const open = (folder: string, patch: Partial<OpenLedgerOptions> = {}): OpenedLedger =>
  openLedger({ folder, origin: "holdpoint/trial", nowMs: ticking(), ...patch });

function closed(folder: string, records: readonly NewRecord[] = [RECORD]): string {
  const { ledger, key } = open(folder);
  ledger.append(records);
  ledger.close();
  return key.fingerprint;
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    return isHoldpointError(thrown) ? thrown.code : String(thrown);
  }
  return "done";
}

test("a ledger begins with its key, made on first use for its owner alone", (context) => {
  const folder = join(scratch(context), ".holdpoint");
  const { ledger, key, keys } = open(folder);
  assert.equal(key.isNew, true);
  assert.equal(ledger.head().size, 1);
  assert.equal(ledger.get(0).kind, KEY_RECORD.added);
  assert.equal(currentKey(ledger.store), key.fingerprint);
  assert.equal(statSync(keys.privateFile(key.fingerprint)).mode & 0o777, 0o600);
  assert.equal(readFileSync(keys.publicFile(key.fingerprint), "utf8"), publicKeyPem(ledger.signer.publicKey));
  ledger.close();
  assert.deepEqual(readdirSync(folder).sort(), ["checkpoints", "keys", "ledger.db"]);
});

test("the next one who opens it signs with the same key", (context) => {
  const folder = scratch(context);
  const fingerprint = closed(folder);
  const { ledger, key } = open(folder);
  assert.deepEqual(key, { fingerprint, isNew: false });
  assert.equal(ledger.head().size, 2);
  ledger.close();
});

test("every group leaves its checkpoint outside the store", (context) => {
  const folder = scratch(context);
  const { ledger, checkpoints } = open(folder);
  const { first, head } = ledger.append([RECORD, RECORD]);
  assert.equal(first, 1);
  assert.equal(head.size, 3);
  assert.deepEqual(readdirSync(checkpoints.folder), ["0000000000000001.txt", "0000000000000003.txt"]);
  assert.equal(checkpoints.newest()?.bytes.toString(), head.checkpoint);
  assert.deepEqual(ledger.head(), head);
  ledger.close();
});

test("a checkpoint that a crash kept from being written is written when the ledger is opened", (context) => {
  const folder = scratch(context);
  closed(folder);
  rmSync(join(folder, "checkpoints", "0000000000000002.txt"));
  open(folder).ledger.close();
  assert.deepEqual(readdirSync(join(folder, "checkpoints")), ["0000000000000001.txt", "0000000000000002.txt"]);
});

test("once a ledger has a key, a missing or unreadable one is an error and never a new key", (context) => {
  const folder = scratch(context);
  const fingerprint = closed(folder);
  const keys = new KeyFiles(join(folder, "keys"));
  const file = keys.privateFile(fingerprint);
  const pem = readFileSync(file);
  const before = readdirSync(keys.folder);
  writeFileSync(file, "rubbish");
  assert.equal(
    codeOf(() => open(folder)),
    "HP-KEY-UNREADABLE",
  );
  writeFileSync(file, makeSigner().pem);
  assert.equal(
    codeOf(() => open(folder)),
    "HP-KEY-UNREADABLE",
  );
  assert.deepEqual(readdirSync(keys.folder), before);
  rmSync(file);
  assert.equal(
    codeOf(() => open(folder)),
    "HP-KEY-MISSING",
  );
  keys.make();
  assert.equal(
    codeOf(() => open(folder)),
    "HP-KEY-MISSING",
  );
  writeFileSync(file, pem);
  const { ledger, key } = open(folder);
  assert.equal(key.fingerprint, fingerprint);
  ledger.close();
});

test("a key that is given by file must be the ledger's", (context) => {
  const folder = scratch(context);
  const [own, foreign] = [join(folder, "own.pem"), join(folder, "foreign.pem")];
  writeFileSync(own, makeSigner().pem);
  writeFileSync(foreign, makeSigner().pem);
  const { ledger, key, keys } = open(folder, { keyFile: own });
  assert.equal(key.isNew, false);
  assert.deepEqual(keys.privateFiles(), [], "a key given by file is not copied");
  ledger.close();
  assert.equal(
    codeOf(() => open(folder, { keyFile: foreign })),
    "HP-KEY-FOREIGN",
  );
  assert.equal(
    codeOf(() => open(folder, { keyFile: join(folder, "none.pem") })),
    "HP-KEY-MISSING",
  );
  assert.equal(
    codeOf(() => open(folder, { keyFile: folder })),
    "HP-KEY-UNREADABLE",
  );
  assert.equal(
    codeOf(() => open(folder)),
    "HP-KEY-MISSING",
  );
  open(folder, { keyFile: own }).ledger.close();
});

test("a key that was made but never recorded is used by the next one", (context) => {
  const folder = scratch(context);
  const { publicKey } = new KeyFiles(join(folder, "keys")).make();
  const { ledger, key } = open(folder);
  assert.deepEqual(key.fingerprint, publicKey.fingerprint);
  ledger.close();
});

test("a ledger that lost its end, or its history, is not appended to", (context) => {
  const folder = scratch(context);
  const copy = join(folder, "copy.db");
  closed(folder);
  copyFileSync(join(folder, "ledger.db"), copy);
  closed(folder);
  copyFileSync(copy, join(folder, "ledger.db"));
  assert.equal(
    codeOf(() => open(folder)),
    "HP-LEDGER-CORRUPT",
  );
  rmSync(join(folder, "ledger.db"));
  assert.equal(
    codeOf(() => open(folder)),
    "HP-LEDGER-CORRUPT",
    "a ledger that is gone does not begin again",
  );

  const other = scratch(context);
  closed(other);
  copyFileSync(join(other, "ledger.db"), join(folder, "ledger.db"));
  rmSync(join(folder, "checkpoints", "0000000000000003.txt"));
  assert.equal(
    codeOf(() => open(folder)),
    "HP-LEDGER-CORRUPT",
    "another history of the same size",
  );
  writeFileSync(join(folder, "checkpoints", "0000000000000002.txt"), "rubbish");
  assert.equal(
    codeOf(() => open(folder)),
    "HP-LEDGER-CORRUPT",
    "a checkpoint that is none",
  );
});

test("a checkpoint of another ledger is noticed", (context) => {
  const [folder, other] = [scratch(context), scratch(context)];
  closed(folder);
  openLedger({ folder: other, origin: "holdpoint/other", nowMs: ticking() }).ledger.close();
  copyFileSync(join(other, "checkpoints", "0000000000000001.txt"), join(folder, "checkpoints", "0000000000000002.txt"));
  assert.equal(
    codeOf(() => open(folder)),
    "HP-LEDGER-CORRUPT",
  );
});

test("a checkpoint that cannot be kept outside is an error, and the records are there", (context) => {
  const folder = scratch(context);
  const { ledger, checkpoints } = open(folder);
  rmSync(checkpoints.folder, { recursive: true });
  writeFileSync(checkpoints.folder, "in the way");
  assert.equal(
    codeOf(() => ledger.append([RECORD])),
    "HP-LEDGER-OPEN",
  );
  assert.equal(ledger.head().size, 2);
  ledger.close();
  chmodSync(folder, 0o700);
});

test("how long it waits for another writer, and how large its pages are, is what was asked for", (context) => {
  const folder = scratch(context);
  const first = open(folder, { pageSizeBytes: 8192 });
  assert.equal(first.store.statement("PRAGMA page_size").get()?.["page_size"], 8192);
  const second = open(folder, { busyTimeoutMs: 25 });
  assert.equal(second.store.statement("PRAGMA busy_timeout").get()?.["timeout"], 25);
  assert.equal(
    first.store.exclusively(() => codeOf(() => second.ledger.append([RECORD]))),
    "HP-LEDGER-BUSY",
  );
  second.ledger.append([RECORD]);
  assert.equal(first.ledger.head().size, 2);
  first.ledger.close();
  second.ledger.close();
});

test("a ledger whose records name no key is not appended to", (context) => {
  const folder = scratch(context);
  const store = new SqliteStore({ file: join(folder, "ledger.db"), origin: "holdpoint/trial" });
  const { signer } = makeSigner();
  appendGroup({ store, checkpoints: { write: () => undefined }, nowMs: ticking() }, () => ({
    records: [RECORD],
    signers: [signer],
  }));
  store.close();
  assert.equal(
    codeOf(() => open(folder)),
    "HP-LEDGER-CORRUPT",
  );
  assert.deepEqual(readdirSync(folder), ["ledger.db"], "no key and no checkpoint is made for it");
});

test("a checkpoint that is kept already is not written again", (context) => {
  const folder = scratch(context);
  closed(folder);
  const newest = join(folder, "checkpoints", "0000000000000002.txt");
  const { ino } = statSync(newest);
  open(folder).ledger.close();
  assert.equal(statSync(newest).ino, ino);
});
