import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { readTextFile } from "./text-file.ts";

const MAX = 1_048_576;

test("a small text is read as it is", (t) => {
  const folder = scratch(t, { a: "grüße\r\n", empty: "", most: "x".repeat(MAX) });
  assert.equal(readTextFile(join(folder, "a")), "grüße\r\n");
  assert.equal(readTextFile(join(folder, "empty")), "");
  assert.equal(readTextFile(join(folder, "most")).length, MAX);
});

test("what is absent, a folder, too large or no text is refused with its name", (t) => {
  const folder = scratch(t, { more: "x".repeat(MAX + 1), bytes: Uint8Array.of(0x61, 0xff), "folder/a": "" });
  for (const [name, says] of [
    ["absent", /cannot be read: ENOENT/],
    ["folder", /cannot be read: EISDIR/],
    ["more", /1048577 bytes are more than 1048576/],
    ["bytes", /not UTF-8/],
  ] as const) {
    const file = join(folder, name);
    assert.throws(() => readTextFile(file), { code: "HP-USAGE", message: says, place: { file } }, name);
  }
});
