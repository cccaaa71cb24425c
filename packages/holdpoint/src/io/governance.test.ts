import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { governanceKey, makeSigner, signGovernance } from "@holdpoint/ledger";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { governanceOf, keepGovernance, readOrMakeKey, readWaiverFile } from "./governance.ts";

test("a key is made once, for its owner alone, and found again", (t) => {
  const file = join(scratch(t), "ada.pem");
  const made = readOrMakeKey(file);
  assert.equal(made.isNew, true);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const again = readOrMakeKey(file);
  assert.equal(again.isNew, false);
  assert.equal(again.signer.publicKey.fingerprint, made.signer.publicKey.fingerprint);
});

test("a key that cannot be made or read is said, and no other takes its place", (t) => {
  const folder = scratch(t, { "none.pem": "no key" });
  assert.throws(() => readOrMakeKey(join(folder, "gone", "ada.pem")), { code: "HP-USAGE", message: /ENOENT/ });
  assert.ok(!existsSync(join(folder, "gone")));
  assert.throws(() => readOrMakeKey(join(folder, "none.pem")), { code: "HP-KEY-UNREADABLE" });
  assert.equal(readFileSync(join(folder, "none.pem"), "utf8"), "no key");
});

test("records of a repository are kept at its root, wherever one stands, and read from there", (t) => {
  const root = gitRepository(t, { "deep/er/a.txt": "" });
  const below = join(root, "deep", "er");
  assert.deepEqual(governanceOf(below).keys, []);
  const { signer } = makeSigner();
  const record = governanceKey(signer, { id: "ada", owner: "Ada", use: "person", createdAt: "2026-01-01T00:00:00Z" });
  const file = keepGovernance(below, "key", "ada", signGovernance("key", record, [signer]));
  assert.equal(file, "governance/keys/ada.json");
  assert.ok(existsSync(join(root, file)));
  const { keys, problems } = governanceOf(below);
  assert.deepEqual([keys.length, problems], [1, []]);
});

test("a record that was changed afterwards is a problem with its file, not a record", (t) => {
  const root = gitRepository(t, { "a.txt": "" });
  const { signer } = makeSigner();
  const record = governanceKey(signer, { id: "ada", owner: "Ada", use: "person", createdAt: "2026-01-01T00:00:00Z" });
  const file = join(root, keepGovernance(root, "key", "ada", signGovernance("key", record, [signer])));
  const envelope = JSON.parse(readFileSync(file, "utf8")) as { payload: string };
  const payload = Buffer.from(envelope.payload, "base64").toString("utf8").replace("Ada", "Eve");
  writeFileSync(file, JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString("base64") }));
  const { keys, problems } = governanceOf(root);
  assert.deepEqual([keys, problems.map((problem) => problem.file)], [[], ["keys/ada.json"]]);
});

test("a waiver is a file of a bounded size", (t) => {
  const folder = scratch(t, { small: "{}", most: "x".repeat(1_048_576), more: "x".repeat(1_048_577) });
  mkdirSync(join(folder, "folder"));
  assert.equal(readWaiverFile(join(folder, "small")), "{}");
  assert.equal(readWaiverFile(join(folder, "most")).length, 1_048_576);
  assert.throws(() => readWaiverFile(join(folder, "more")), { code: "HP-READ-TOO-LARGE" });
  for (const name of ["gone", "folder"]) {
    const file = join(folder, name);
    assert.throws(() => readWaiverFile(file), { code: "HP-READ-ABSENT", place: { file } }, name);
  }
});
