import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf } from "../testing.ts";
import { compareRecord, INSTALL_RECORD_SCHEMA, readInstallRecord } from "./install-record.ts";

const RECORD = {
  schema: INSTALL_RECORD_SCHEMA,
  recordedAt: "2026-01-01T00:00:00.000Z",
  lockfileSha256: "d",
  packages: { "node_modules/a": "sha256:1", "node_modules/b": "sha256:2", "node_modules/c": "sha256:3" },
} as const;

test("what was written is read back", () => {
  assert.deepEqual(readInstallRecord(bytesOf(RECORD), "r"), RECORD);
});

test("changed, unrecorded and gone are told apart", () => {
  const now = new Map([
    ["node_modules/a", "sha256:1"],
    ["node_modules/b", "sha256:x"],
    ["node_modules/z", "sha256:1"],
  ]);
  assert.deepEqual(compareRecord(RECORD, now), {
    recordedAt: RECORD.recordedAt,
    packages: 3,
    changed: ["node_modules/b"],
    unrecorded: ["node_modules/z"],
    gone: ["node_modules/c"],
  });
});

test("a record of nothing vouches for nothing", () => {
  const { unrecorded, packages } = compareRecord(
    { ...RECORD, packages: {} },
    new Map([["node_modules/a", "sha256:1"]]),
  );
  assert.deepEqual([unrecorded, packages], [["node_modules/a"], 0]);
});

test("anything else is refused with the file's name", () => {
  const broken: readonly unknown[] = [
    [],
    {},
    { ...RECORD, schema: "holdpoint/install-record/v2" },
    { ...RECORD, recordedAt: "yesterday" },
    { ...RECORD, recordedAt: 1 },
    { ...RECORD, lockfileSha256: null },
    { ...RECORD, packages: [] },
    { ...RECORD, packages: { a: 1 } },
  ];
  for (const json of broken) {
    assert.throws(
      () => readInstallRecord(bytesOf(json), "r"),
      (thrown: Error & { code?: string; place?: { file?: string } }) => {
        assert.match(thrown.code ?? "", /^HP-READ-/);
        assert.equal(thrown.place?.file, "r");
        return true;
      },
      JSON.stringify(json),
    );
  }
});
