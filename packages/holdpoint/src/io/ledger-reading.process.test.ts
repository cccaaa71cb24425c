import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { StoredRecord } from "@holdpoint/ledger";
import { gitRepository } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";
import { recordJson, recordText, withRepositoryLedger } from "./ledger-reading.ts";

const record = (bytes: Uint8Array | null): StoredRecord => ({ seq: 7, bytes }) as unknown as StoredRecord;

test("a record is its very bytes, and one that is no record says which it is", () => {
  const text = '{ "b": 1, "a": "ä" }';
  assert.equal(recordText(record(Buffer.from(text))), text);
  assert.deepEqual(recordJson(record(Buffer.from(text))), { b: 1, a: "ä" });
  assert.throws(() => recordText(record(null)), { code: "HP-LEDGER-CORRUPT", message: /record 7 is too large/ });
  assert.throws(() => recordJson(record(Buffer.from("{"))), { code: "HP-LEDGER-CORRUPT", message: /record 7 is not/ });
});

test("without a ledger that is said, and none is made by looking", (t) => {
  const root = gitRepository(t, { "deep/a.txt": "" });
  const file = join(root, ".holdpoint", "ledger.db");
  assert.throws(() => withRepositoryLedger(join(root, "deep"), () => assert.fail("there is nothing to read")), {
    code: "HP-RUN-UNKNOWN",
    place: { file },
  });
  assert.ok(!existsSync(join(root, ".holdpoint")));
});

const CONFIG = `version: 1
service: trial
profiles: { release: { gates: { candidate: {}, ledger: {} }, requireGates: [candidate], firstRelease: allow } }
repository: { versionFiles: [package.json], changelog: CHANGELOG.md }
`;

test("from below the root the root's ledger is read, and no file is left beside it", async (t) => {
  const root = gitRepository(t, {
    "holdpoint.yaml": CONFIG,
    "package.json": '{ "name": "trial", "version": "1.0.0" }',
    "CHANGELOG.md": "# Changelog\n\n## 1.0.0\n\n- First.\n",
    ".gitignore": ".holdpoint/\n",
    "deep/a.txt": "",
  });
  const { stderr } = await ran(fakeHost(root), "check", "candidate");
  assert.equal(stderr, "");
  const kinds = withRepositoryLedger(join(root, "deep"), (reader) =>
    reader.find({ limit: 100, order: "oldest-first" }).map(recordJson),
  ).map(({ kind }) => kind);
  assert.ok(kinds.length > 0 && kinds.every((kind) => typeof kind === "string"), JSON.stringify(kinds));
  const files = readdirSync(join(root, ".holdpoint")).filter((name) => name.startsWith("ledger"));
  assert.deepEqual(files, ["ledger.db"]);
});
