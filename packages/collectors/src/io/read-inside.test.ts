import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { readInside } from "./read-inside.ts";

test("a file below the folder is read, up to the limit exactly", async (t) => {
  const folder = scratch(t, { "a/b.txt": "12345" });
  assert.equal((await readInside(folder, "a/b.txt", 5))?.toString(), "12345");
  await assert.rejects(readInside(folder, "a/b.txt", 4), { code: "HP-READ-TOO-LARGE", place: { file: "a/b.txt" } });
});

test("what is not there is null, a folder is an error without this machine's path", async (t) => {
  const folder = scratch(t, { a: "" });
  assert.equal(await readInside(folder, "b", 1), null);
  assert.equal(await readInside(folder, "a/b", 1), null);
  mkdirSync(join(folder, "c"));
  await assert.rejects(readInside(folder, "c", 1_000_000), (thrown: Error & { code?: string }) => {
    assert.equal(thrown.code, "HP-READ-FAILED");
    assert.ok(!thrown.message.includes(folder), thrown.message);
    return true;
  });
});

test("neither `..` nor a link leads out of the folder; a link inside of it is followed", async (t) => {
  const outside = scratch(t, { "secret.txt": "s" });
  const folder = scratch(t, { "in.txt": "i" });
  symlinkSync(join(outside, "secret.txt"), join(folder, "file"));
  symlinkSync(outside, join(folder, "folder"));
  symlinkSync("in.txt", join(folder, "within"));
  symlinkSync("loop", join(folder, "loop"));
  for (const path of ["file", "folder/secret.txt", `../${outside.slice(outside.lastIndexOf("/") + 1)}/secret.txt`]) {
    await assert.rejects(readInside(folder, path, 10), { code: "HP-READ-PATH" }, path);
  }
  assert.equal((await readInside(folder, "within", 10))?.toString(), "i");
  await assert.rejects(readInside(folder, "loop", 10), { code: "HP-READ-FAILED" });
});
