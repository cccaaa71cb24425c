import assert from "node:assert/strict";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { CheckpointFiles } from "./checkpoint-files.ts";

test("names sort as sizes do, and the newest is the largest", (context) => {
  const files = new CheckpointFiles(join(scratch(context), "checkpoints"));
  assert.equal(files.newest(), null);
  assert.deepEqual([...files.all()], []);
  for (const size of [9, 10, 1, 100, 2 ** 53 - 1]) files.write(size, `text ${size}`);
  assert.deepEqual(
    [...files.all()].map(({ bytes }) => bytes.toString()),
    ["text 1", "text 9", "text 10", "text 100", "text 9007199254740991"],
  );
  assert.equal(files.newest()?.bytes.toString(), "text 9007199254740991");
  assert.equal(readdirSync(files.folder)[0], "0000000000000001.txt");
});

test("the same size again replaces the file", (context) => {
  const files = new CheckpointFiles(scratch(context));
  files.write(3, "one");
  files.write(3, "two");
  assert.deepEqual(
    [...files.all()].map(({ bytes }) => bytes.toString()),
    ["two"],
  );
});

test("whatever else lies there is not a checkpoint, unless it is named like one", (context) => {
  const files = new CheckpointFiles(scratch(context, { "notes.md": "", ".0000000000000009.txt.77.tmp": "torn" }));
  files.write(1, "one");
  assert.equal([...files.all()].length, 1);
  mkdirSync(join(files.folder, "0000000000000002.txt"));
  assert.throws(
    () => files.newest(),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-READ-FAILED",
  );
});

test("one that cannot be kept says that the records are in the ledger", (context) => {
  const folder = join(scratch(context, { file: "" }), "file");
  const files = new CheckpointFiles(folder);
  assert.throws(
    () => files.write(1, "one"),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-LEDGER-OPEN" && /in the ledger/.test(thrown.message),
  );
  writeFileSync(folder, "");
});

test("pruning keeps the newest, and never none", (context) => {
  const files = new CheckpointFiles(scratch(context));
  for (const size of [3, 1, 12, 7]) files.write(size, `of ${size}`);
  files.prune(2);
  assert.deepEqual(
    [...files.all()].map(({ bytes }) => bytes.toString()),
    ["of 7", "of 12"],
  );
  files.prune(0);
  assert.equal(files.newest()?.bytes.toString(), "of 12");
});

test("a checkpoint that is listed and cannot be found is not passed over", (context) => {
  const files = new CheckpointFiles(scratch(context));
  files.write(1, "one");
  symlinkSync(join(files.folder, "nowhere"), join(files.folder, "0000000000000002.txt"));
  const isAbsent = (thrown: unknown): boolean => isHoldpointError(thrown) && thrown.code === "HP-READ-ABSENT";
  assert.throws(() => files.newest(), isAbsent);
  assert.throws(() => [...files.all()], isAbsent);
});
