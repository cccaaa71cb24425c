import assert from "node:assert/strict";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TestContext } from "node:test";
import { test } from "node:test";
import type { LedgerBody } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { importGovernance } from "../governance/import-governance.ts";
import { promotionTexts } from "../governance/publish-promotion.ts";
import { revokeKey, rotateKey } from "../keys/rotate.ts";
import { makeSigner } from "../keys/signer.ts";
import { NOW_MS, ticking } from "../testing.ts";
import type { PlayedRun } from "../testing-run.ts";
import { playRun } from "../testing-run.ts";
import { readGovernance, writeGovernance } from "./governance-files.ts";
import { inspectLedger } from "./inspect-ledger.ts";
import type { OpenedLedger } from "./open-ledger.ts";
import { openLedger } from "./open-ledger.ts";

interface Scene {
  readonly root: string;
  readonly opened: OpenedLedger;
  readonly played: PlayedRun;
  inspect(expected?: readonly string[]): LedgerBody;
}

function scene(context: TestContext, keyFile?: string): Scene {
  const root = scratch(context);
  const opened = openLedger({
    folder: join(root, ".holdpoint"),
    origin: "holdpoint/trial",
    nowMs: ticking(),
    ...(keyFile === undefined ? {} : { keyFile }),
  });
  context.after(() => opened.ledger.close());
  const played = playRun(opened.ledger, "run-1");
  const inspect = (expected: readonly string[] = []): LedgerBody =>
    inspectLedger(opened, { run: "run-1", expected, governance: readGovernance(join(root, "governance")), root });
  return { root, opened, played, inspect };
}

function publish({ root, opened }: Scene): void {
  const texts = promotionTexts(opened.ledger, { service: "trial", environment: "release" }, NOW_MS);
  for (const { kind, id, text } of texts) writeGovernance(join(root, "governance"), kind, id, text);
}

test("it says what is recorded, anchored, private and promoted", (context) => {
  const { inspect, played } = scene(context);
  const digest = played.judgement.evidence[0]?.digest ?? assert.fail();
  const body = inspect([digest, "sha256:unrecorded"]);
  assert.deepEqual([body.origin, body.size, body.anchoredUpTo, body.problems], ["holdpoint/trial", 6, 6, []]);
  assert.deepEqual(body.durability, { journal: "wal", synchronous: "full" });
  assert.deepEqual(body.checkpoints, { outside: 3, disagreeing: [] });
  assert.deepEqual([body.unrecorded, body.recorded], [["sha256:unrecorded"], 5]);
  assert.deepEqual(body.lastPromotion, { index: played.index, size: played.index + 1, contiguous: true });
  assert.deepEqual(body.governance, { files: 0, promotions: [], problems: [] });
});

test("keys: whose they are, who may read them, which of them signs, and which are revoked", (context) => {
  const { inspect, opened } = scene(context);
  const before = opened.ledger.signer.publicKey.fingerprint;
  const [only] = inspect().keys;
  assert.deepEqual(
    [only?.fingerprint, only?.mode, only?.privateToOwner, only?.revoked, only?.current],
    [before, "0600", true, false, true],
  );
  assert.match(only?.file ?? "", /^\.holdpoint\/keys\/.*\.key$/);
  rotateKey(opened.ledger, opened.keys.make());
  revokeKey(opened.ledger, before, "lost");
  chmodSync(opened.keys.privateFile(before), 0o644);
  const { keys, problems } = inspect();
  assert.deepEqual(problems, []);
  const [old, now] = [keys.find((key) => key.fingerprint === before), keys.find((key) => key.current)];
  assert.deepEqual([old?.mode, old?.privateToOwner, old?.revoked, old?.current], ["0644", false, true, false]);
  assert.deepEqual([now?.revoked, now?.privateToOwner, keys.length], [false, true, 2]);
  writeFileSync(opened.keys.privateFile(before), "rubbish");
  assert.ok(inspect().keys.some((key) => key.fingerprint === "unreadable"));
});

test("a key that was given by file is looked at where it lies", (context) => {
  const file = join(scratch(context), "given.pem");
  writeFileSync(file, makeSigner().pem, { mode: 0o640 });
  const { keys } = scene(context, file).inspect();
  assert.deepEqual([keys.length, keys[0]?.mode, keys[0]?.privateToOwner, keys[0]?.current], [1, "0640", false, true]);
});

test("a checkpoint outside that disagrees is named", (context) => {
  const { inspect, opened } = scene(context);
  writeFileSync(join(opened.checkpoints.folder, "0000000000000003.txt"), "torn");
  assert.deepEqual(inspect().checkpoints, { outside: 4, disagreeing: ["checkpoints/0000000000000003.txt"] });
});

test("a changed byte in any record is named, and does not keep the rest from being looked at", (context) => {
  const { inspect, opened, root, played } = scene(context);
  publish({ inspect, opened, root, played });
  importGovernance(opened.ledger, readGovernance(join(root, "governance")), "run-1");
  const { size } = opened.ledger.head();
  const database = new DatabaseSync(join(root, ".holdpoint", "ledger.db"));
  context.after(() => database.close());
  const [{ sql } = { sql: "" }] = database
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'record_no_update'")
    .all();
  for (let seq = 1; seq < size; seq += 1) {
    const { bytes } = database.prepare("SELECT bytes FROM record WHERE seq = ?").get(seq) ?? {};
    const harmed = Buffer.from(bytes as Uint8Array);
    harmed[20] = (harmed[20] ?? 0) ^ 1;
    const put = (value: Uint8Array): void => {
      database.exec("DROP TRIGGER record_no_update");
      database.prepare("UPDATE record SET bytes = ? WHERE seq = ?").run(value, seq);
      database.exec(String(sql));
    };
    put(harmed);
    const body = inspect();
    assert.deepEqual(body.problems[0], { code: "record-changed", where: `record ${seq}` });
    assert.equal(body.size, size);
    put(bytes as Uint8Array);
  }
  assert.deepEqual(inspect().problems, []);
});

test("promotions that the log took in from the repository are named by their verdict", (context) => {
  const at = scene(context);
  publish(at);
  assert.deepEqual(at.inspect().governance, { files: 2, promotions: [], problems: [] });
  importGovernance(at.opened.ledger, readGovernance(join(at.root, "governance")), "run-1");
  const { promotions } = at.inspect().governance;
  assert.equal(promotions.length, 1);
  assert.match(promotions[0] ?? "", /^sha256:/);
  writeFileSync(join(at.root, "governance", "promotions", "other.dsse.json"), "rubbish");
  const { files, problems } = at.inspect().governance;
  assert.deepEqual(
    [files, problems.map(({ code, file }) => `${code} ${file}`)],
    [3, ["malformed promotions/other.dsse.json"]],
  );
});

test("a log without a promotion has none", (context) => {
  const { opened, root } = scene(context);
  const folder = scratch(context);
  const other = openLedger({ folder, origin: "o", nowMs: ticking() });
  playRun(other.ledger, "held", { verdict: "HOLD" });
  const governance = readGovernance(join(root, "governance"));
  assert.equal(inspectLedger(other, { run: "held", expected: [], governance, root }).lastPromotion, null);
  other.ledger.close();
  assert.notEqual(opened.ledger.latest("verdict"), null);
});

test("a private key that cannot be read is listed all the same", (context) => {
  const { opened, inspect } = scene(context);
  writeFileSync(join(opened.keys.folder, "rubbish.key"), "rubbish", { mode: 0o600 });
  const { keys } = inspect();
  assert.equal(keys.length, 2);
  assert.deepEqual(
    keys.filter(({ current }) => !current).map(({ fingerprint, file }) => [fingerprint, file]),
    [["unreadable", join(".holdpoint", "keys", "rubbish.key")]],
  );
});

test("a governance file that cannot be read is a problem, not a file that is not there", (context) => {
  const { root, inspect } = scene(context);
  mkdirSync(join(root, "governance", "waivers", "one.dsse.json"), { recursive: true });
  const { files, problems } = inspect().governance;
  assert.deepEqual(
    [files, problems.map(({ file, code }) => `${code} ${file}`)],
    [1, ["unreadable waivers/one.dsse.json"]],
  );
});
