import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { sourceReader } from "./coverage-artifacts-source.ts";

const MEASURED_AT_MS = 1_700_000_000_000;
const SECONDS = MEASURED_AT_MS / 1000;

test("a source is read as it lies there, and told when it is younger than the reports", (context) => {
  const root = scratch(context, { "old.ts": "old", "new.ts": "new", "bad.ts": Uint8Array.of(0xff, 0x41) });
  utimesSync(join(root, "old.ts"), SECONDS, SECONDS - 1);
  utimesSync(join(root, "new.ts"), SECONDS, SECONDS + 1);
  const read = sourceReader(root, MEASURED_AT_MS);
  assert.deepEqual(read("old.ts"), { text: "old", isLater: false });
  assert.deepEqual(read("new.ts"), { text: "new", isLater: true });
  assert.equal((read("bad.ts") as { text: string }).text, "\ufffdA");
});

test("what is no source of the work tree is not shown", (context) => {
  const outside = scratch(context, { "secret.txt": "secret" });
  const root = scratch(context, { "a.ts": "a", "huge.ts": "" });
  symlinkSync(join(outside, "secret.txt"), join(root, "link.ts"));
  symlinkSync(outside, join(root, "folder"));
  mkdirSync(join(root, "directory"));
  truncateSync(join(root, "huge.ts"), 8 * 1024 * 1024 + 1);
  execFileSync("mkfifo", [join(root, "pipe.ts")]);
  writeFileSync(`${root}-beside`, "x");
  context.after(() => execFileSync("rm", [`${root}-beside`]));
  const read = sourceReader(root, MEASURED_AT_MS);
  const why = (path: string): string => (read(path) as { absent: string }).absent;
  for (const path of ["link.ts", "folder/secret.txt", "../", `../${root.slice(root.lastIndexOf("/") + 1)}-beside`]) {
    assert.equal(why(path), "it lies outside of the work tree", path);
  }
  assert.equal(why("absent.ts"), "the file is not there");
  assert.equal(why("a.ts/b"), "the file is not there");
  assert.equal(why("directory"), "it is not a regular file");
  assert.equal(why("pipe.ts"), "it is not a regular file");
  assert.equal(why("huge.ts"), "it has 8388609 bytes, at most 8388608 are shown");
});
