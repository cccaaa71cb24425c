import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { namesIn, readBounded, readStart, writeDurably } from "./files.ts";

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    return isHoldpointError(thrown) ? thrown.code : String(thrown);
  }
  return "done";
}

test("a file is written whole, with its mode, and nothing is left beside it", (context) => {
  const folder = scratch(context);
  const file = join(folder, "deep", "er", "file");
  writeDurably(file, "one", 0o600);
  writeDurably(file, Buffer.from("second, longer"), 0o600);
  assert.equal(readFileSync(file, "utf8"), "second, longer");
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(join(folder, "deep", "er")), ["file"]);
  writeDurably(join(folder, "empty"), "");
  assert.equal(statSync(join(folder, "empty")).size, 0);
});

test("a file that cannot be written keeps what it held", (context) => {
  const folder = scratch(context, { "taken/x": "" });
  assert.throws(() => writeDurably(join(folder, "taken"), "text"), /EISDIR|directory/);
  assert.deepEqual(readdirSync(join(folder, "taken")), ["x"]);
});

test("a file is read up to its bound, and no further", (context) => {
  const folder = scratch(context, { ten: "0123456789" });
  assert.equal(readBounded(join(folder, "ten"), 10)?.toString(), "0123456789");
  assert.equal(
    codeOf(() => readBounded(join(folder, "ten"), 9)),
    "HP-READ-TOO-LARGE",
  );
  assert.equal(readStart(join(folder, "ten"), 4)?.toString(), "0123");
  assert.equal(readStart(join(folder, "ten"), 40)?.toString(), "0123456789");
});

test("what is not there is null, also below a file", (context) => {
  const folder = scratch(context, { file: "" });
  for (const name of ["none", join("none", "deeper"), join("file", "deeper")]) {
    assert.equal(readBounded(join(folder, name), 10), null);
    assert.equal(readStart(join(folder, name), 10), null);
  }
  symlinkSync("nowhere", join(folder, "dangling"));
  assert.equal(readBounded(join(folder, "dangling"), 10), null);
});

test("a folder and a loop of links are a registered error", (context) => {
  const folder = scratch(context);
  mkdirSync(join(folder, "folder"));
  symlinkSync("loop", join(folder, "loop"));
  for (const name of ["folder", "loop"]) {
    assert.equal(
      codeOf(() => readBounded(join(folder, name), 10)),
      "HP-READ-FAILED",
      name,
    );
  }
});

test("names are listed by their end, sorted, without the hidden ones", (context) => {
  const folder = scratch(context, { "b.txt": "", "a.txt": "", ".c.txt": "", "d.json": "" });
  assert.deepEqual(namesIn(folder, ".txt"), ["a.txt", "b.txt"]);
  assert.deepEqual(namesIn(folder, ""), ["a.txt", "b.txt", "d.json"]);
  assert.deepEqual(namesIn(join(folder, "none"), ""), []);
  assert.deepEqual(namesIn(join(folder, "a.txt"), ""), []);
});

test("a folder that may not be read is not an empty one", (context) => {
  const folder = scratch(context);
  symlinkSync("loop", join(folder, "loop"));
  assert.equal(
    codeOf(() => namesIn(join(folder, "loop"), "")),
    "HP-READ-FAILED",
  );
  chmodSync(folder, 0o700);
});
