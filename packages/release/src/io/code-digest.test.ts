import assert from "node:assert/strict";
import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { codeDigest } from "./code-digest.ts";

const FILES = { "core/judge.ts": "1", "core/noun/a.ts": "2", "gates/index.js": "3", "gates/checks/b.ts": "4" };

function code(t: TestContext): { readonly root: string; readonly digest: () => string } {
  const root = scratch(t, FILES);
  return { root, digest: () => codeDigest([join(root, "core"), join(root, "gates")]) };
}

test("the digest of the judging code is stable within a process", () => {
  assert.match(codeDigest(), /^sha256:[0-9a-f]{64}$/);
  assert.equal(codeDigest(), codeDigest());
});

test("every change of a module changes it", (t) => {
  const { root, digest } = code(t);
  const seen = new Set([digest()]);
  for (const file of Object.keys(FILES)) {
    writeFiles(root, { [file]: "changed" });
    seen.add(digest());
  }
  writeFiles(root, { "core/added.ts": "" });
  seen.add(digest());
  rmSync(join(root, "core/noun/a.ts"));
  seen.add(digest());
  assert.equal(seen.size, Object.keys(FILES).length + 3);
});

test("moving a module, or its text to another, changes it", (t) => {
  const { root, digest } = code(t);
  const before = digest();
  writeFiles(root, { "core/judge.ts": "2", "core/noun/a.ts": "1" });
  const swapped = digest();
  assert.notEqual(swapped, before);
  writeFiles(root, FILES);
  assert.equal(digest(), before);
  renameSync(join(root, "core/judge.ts"), join(root, "core/judge2.ts"));
  assert.notEqual(digest(), before);
  renameSync(join(root, "core/judge2.ts"), join(root, "core/judge.ts"));
  cpSync(join(root, "core/judge.ts"), join(root, "gates/judge.ts"));
  rmSync(join(root, "core/judge.ts"));
  assert.notEqual(digest(), before);
});

test("where the code lies, and what is no part of it, does not change it", (t) => {
  const { root, digest } = code(t);
  const elsewhere = scratch(t);
  cpSync(root, join(elsewhere, "deep", "er"), { recursive: true });
  assert.equal(codeDigest(["core", "gates"].map((room) => join(elsewhere, "deep", "er", room))), digest());
  const before = digest();
  writeFiles(root, { "core/judge.test.ts": "x", "core/readme.md": "x" });
  assert.equal(digest(), before);
});

test("no code at all is an error, never a digest", (t) => {
  assert.throws(() => codeDigest([scratch(t)]), /no module/);
  assert.throws(() => codeDigest([]), /no module/);
});
