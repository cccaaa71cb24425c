import assert from "node:assert/strict";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import { readRepository } from "./repository-files.ts";

test("tracked and new files are the repository's, ignored ones are apart", (t) => {
  const root = gitRepository(t, { "src/a.ts": "a", ".gitignore": "out/\n" });
  writeFiles(root, { "new.txt": "n", "out/report.xml": "<x/>", "node_modules/dep/index.js": "", ".holdpoint/x": "" });
  const repository = readRepository(root);
  assert.deepEqual(
    repository.files.filter((file) => !file.startsWith("node_modules") && !file.startsWith(".holdpoint")),
    [".gitignore", "new.txt", "src/a.ts"],
  );
  assert.deepEqual(repository.ignored, ["out/report.xml"]);
  assert.equal(repository.read("src/a.ts"), "a");
  assert.equal(repository.read("out/report.xml"), "<x/>");
});

test("without git, the folder is what there is", (t) => {
  const root = scratch(t, { "pom.xml": "<project/>", "deep/er/x": "" });
  const repository = readRepository(root);
  assert.deepEqual([repository.files, repository.ignored], [["deep/er/x", "pom.xml"], []]);
});

test("names with spaces, quotes and other letters stay whole", (t) => {
  const names = ["a b.txt", 'q".txt', "ü/é.txt"];
  const root = gitRepository(t, Object.fromEntries(names.map((name) => [name, ""])));
  assert.deepEqual(readRepository(root).files, names.toSorted());
});

test("what is absent, binary, a folder or too large is not read", (t) => {
  const root = scratch(t, { "a.bin": new Uint8Array([0, 1, 2]), "large.txt": "x".repeat(4_194_305), "d/x": "" });
  const { read } = readRepository(root);
  for (const path of ["none", "a.bin", "large.txt", "d"]) assert.equal(read(path), null, path);
});

test("a circle of links and a folder that may not be read do no harm", (t) => {
  const root = scratch(t, { "a/x": "", "shut/y": "" });
  symlinkSync(root, join(root, "a", "circle"));
  chmodSync(join(root, "shut"), 0o000);
  const { files } = readRepository(root);
  chmodSync(join(root, "shut"), 0o700);
  assert.ok(files.includes("a/x"));
  assert.ok(!files.some((file) => file.includes("circle/")));
});
