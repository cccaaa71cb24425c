import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { makeDrillFolder } from "./drill-folder.ts";
import { linesIn, publicKeysIn, removePrivateKeys } from "./key-folder.ts";
import { recordsOfKind } from "./ledger-records.ts";
import { closeServer, deafUrl, listenHere } from "./listen.ts";
import { pause, until } from "./pause.ts";
import { readPage } from "./read-page.ts";
import { openStream } from "./stream-client.ts";

const signal = new AbortController().signal;

test("asking ends with the first good answer, or with the last one when the time is over", async () => {
  let asked = 0;
  const ask = async (): Promise<number> => (asked += 1);
  assert.equal(await until(ask, (n) => n === 3, { timeoutMs: 5000, signal }), 3);
  assert.equal(
    await until(
      async () => "no",
      () => false,
      { timeoutMs: 30, signal },
    ),
    "no",
  );
});

test("a drill that is stopped waits no longer", async () => {
  const stopped = AbortSignal.abort();
  await assert.rejects(pause(10_000, stopped), /abort/i);
  await assert.rejects(
    until(
      async () => 1,
      () => false,
      { timeoutMs: 10_000, signal: stopped },
    ),
    /abort/i,
  );
});

test("a folder is there until it is removed", () => {
  const folder = makeDrillFolder();
  const file = folder.write("policy.yaml", "version: 1\n");
  assert.equal(readFileSync(file, "utf8"), "version: 1\n");
  folder.write("policy.yaml", "version: 2\n");
  assert.equal(readFileSync(file, "utf8"), "version: 2\n");
  folder.remove();
  assert.ok(!existsSync(folder.path));
});

test("a server that ends lets go of every connection, and nobody listens at a deaf address", async () => {
  const server = createServer(() => undefined);
  const url = await listenHere(server);
  const hanging = assert.rejects(fetch(url));
  await new Promise((resolve) => server.once("connection", resolve));
  await closeServer(server);
  await closeServer(server);
  await hanging;
  await assert.rejects(fetch(await deafUrl()));
});

test("records of a kind are read out of the store, the oldest first", (t) => {
  const folder = join(scratch(t), "data");
  mkdirSync(folder);
  const store = new DatabaseSync(join(folder, "ledger.db"));
  store.exec("CREATE TABLE record (seq INTEGER PRIMARY KEY, kind TEXT, bytes BLOB)");
  const insert = store.prepare("INSERT INTO record (kind, bytes) VALUES (?, ?)");
  insert.run("breaker-reset", Buffer.from('{"kind":"breaker-reset","body":{"by":"first"}}'));
  insert.run("action", Buffer.from('{"body":{}}'));
  insert.run("breaker-reset", Buffer.from('{"by":"second"}'));
  store.close();
  assert.deepEqual(recordsOfKind(folder, "breaker-reset"), [{ by: "first" }, { by: "second" }]);
  assert.deepEqual(recordsOfKind(folder, "none"), []);
  assert.throws(() => recordsOfKind(join(folder, "absent"), "action"));
});

test("a stream that is refused is an error, not a silence", async () => {
  const server = createServer((_, answer) => void answer.writeHead(401).end());
  const url = await listenHere(server);
  try {
    await assert.rejects(openStream(url, "hp_token", ""), /refused/);
  } finally {
    await closeServer(server);
  }
  await assert.rejects(openStream(await deafUrl(), "hp_token", "?session=a"), /refused/);
});

test("public keys are read, private ones are taken out, and whatever else lies there stays", (t) => {
  const folder = scratch(t);
  writeFiles(folder, { "a.pub": "PEM a", "b.pub": "PEM b", "a.key": "secret", "b.key": "secret", "notes.txt": "" });
  assert.deepEqual(publicKeysIn(folder).toSorted(), ["PEM a", "PEM b"]);
  assert.equal(removePrivateKeys(folder), 2);
  assert.deepEqual(readdirSync(folder).toSorted(), ["a.pub", "b.pub", "notes.txt"]);
  assert.equal(removePrivateKeys(folder), 0);
  assert.throws(() => publicKeysIn(join(folder, "absent")), /ENOENT/);
});

test("lines of a file are counted, and one that is not there has none", (t) => {
  const folder = scratch(t, { "calls.txt": "one\ntwo\n", "half.txt": "one\ntwo", "empty.txt": "" });
  assert.deepEqual(
    ["calls.txt", "half.txt", "empty.txt", "absent.txt"].map((name) => linesIn(join(folder, name))),
    [2, 1, 0, 0],
  );
});

test("a page of the repository is its text, or null when there is none", (t) => {
  const root = scratch(t, { "docs/errors.md": "# Errors\n" });
  assert.equal(readPage(root, "docs/errors.md"), "# Errors\n");
  assert.equal(readPage(root, "docs/none.md"), null);
});
