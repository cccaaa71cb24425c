import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { makeDrillFolder } from "./drill-folder.ts";
import { recordsOfKind } from "./ledger-records.ts";
import { closeServer, deafUrl, listenHere } from "./listen.ts";
import { pause, until } from "./pause.ts";
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
