import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { readRegister, writeRegisterFile } from "./exceptions-register.ts";

test("a register is written whole, into folders that are not there yet, and read back", (t) => {
  const root = scratch(t);
  assert.equal(readRegister(root, "docs/deep/e.md"), null);
  writeRegisterFile(root, "docs/deep/e.md", "é\r\n");
  assert.equal(readRegister(root, "docs/deep/e.md"), "é\r\n");
  writeRegisterFile(root, "docs/deep/e.md", "other");
  assert.deepEqual(readdirSync(join(root, "docs/deep")), ["e.md"], "nothing is left beside it");
});

test("a mark of byte order stays where it is", (t) => {
  const root = scratch(t, { "e.md": "\uFEFFtext" });
  const text = readRegister(root, "e.md");
  assert.equal(text, "\uFEFFtext");
  writeRegisterFile(root, "e.md", text ?? "");
  assert.deepEqual([...readFileSync(join(root, "e.md")).subarray(0, 3)], [0xef, 0xbb, 0xbf]);
});

test("what is no text, too large or no file is refused with its name", (t) => {
  const root = scratch(t);
  writeFileSync(join(root, "bytes.md"), Uint8Array.of(0x61, 0xff));
  writeFileSync(join(root, "large.md"), new Uint8Array(9 * 1024 * 1024));
  mkdirSync(join(root, "folder.md"));
  const cases = [
    ["bytes.md", "HP-READ-ENCODING"],
    ["large.md", "HP-READ-TOO-LARGE"],
    ["folder.md", "HP-READ-FAILED"],
  ] as const;
  for (const [file, code] of cases) {
    assert.throws(() => readRegister(root, file), { code, place: { file } }, file);
  }
});

test("no path leads out of the repository, neither to read nor to write", (t) => {
  const root = scratch(t);
  for (const file of ["../e.md", "docs/../../e.md", "..", "/e.md"]) {
    assert.throws(() => readRegister(root, file), { code: "HP-READ-PATH" }, file);
    assert.throws(() => writeRegisterFile(root, file, ""), { code: "HP-READ-PATH" }, file);
  }
  writeRegisterFile(root, "docs/../e.md", "inside");
  assert.equal(readRegister(root, "e.md"), "inside");
});
