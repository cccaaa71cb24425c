import assert from "node:assert/strict";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { findFiles } from "./find-files.ts";
import { readReport } from "./read-report.ts";

test("files are found by glob, sorted, without leaving the tree", async (context) => {
  const root = scratch(context, {
    "reports/b.xml": "b",
    "reports/a.xml": "a",
    "reports/deep/er/c.xml": "c",
    "reports/a.txt": "t",
    "top.xml": "x",
    "node_modules/x/d.xml": "d",
    ".git/e.xml": "e",
    ".hidden/f.xml": "f",
  });
  const outside = scratch(context, { "g.xml": "g" });
  symlinkSync(outside, join(root, "reports/linked"));
  symlinkSync(join(root, "reports"), join(root, "reports/loop"));
  assert.deepEqual(await findFiles(root, "reports/*.xml"), ["reports/a.xml", "reports/b.xml"]);
  assert.deepEqual(await findFiles(root, "reports/**/*.xml"), [
    "reports/a.xml",
    "reports/b.xml",
    "reports/deep/er/c.xml",
  ]);
  assert.deepEqual(await findFiles(root, "reports/a.xml"), ["reports/a.xml"]);
  assert.deepEqual(await findFiles(root, "*.xml"), ["top.xml"]);
  assert.deepEqual(await findFiles(root, "{reports/deep,.hidden}/**/*.xml"), [
    ".hidden/f.xml",
    "reports/deep/er/c.xml",
  ]);
  assert.deepEqual(await findFiles(root, "node_modules/x/*.xml"), ["node_modules/x/d.xml"]);
  assert.deepEqual(
    (await findFiles(root, "**/*.xml")).filter((path) => /node_modules|\.git|linked|loop/.test(path)),
    [],
  );
});

test("a glob that fits nothing is named, and looking is bounded", async (context) => {
  const root = scratch(context, { "a/b/c.xml": "", "d.xml": "" });
  for (const glob of ["*.json", "nowhere/**/*.xml", "d.xml/*.xml"]) {
    await assert.rejects(findFiles(root, glob), { code: "HP-READ-ABSENT", place: { file: glob } });
  }
  await assert.rejects(findFiles(root, "../*.xml"), { code: "HP-CONFIG-VALUE" });
  await assert.rejects(findFiles(root, "**/*.xml", { entriesMax: 2 }), { code: "HP-READ-TOO-LARGE" });
  assert.deepEqual(await findFiles(root, "**/*.xml", { depthMax: 1 }), ["d.xml"]);
});

test("a report comes with its digest and the time at which it was written", async (context) => {
  const root = scratch(context, { "a.xml": "abc" });
  utimesSync(join(root, "a.xml"), 1_700_000_000, 1_700_000_000.5);
  const { bytes, ...rest } = await readReport(root, "a.xml");
  assert.equal(bytes.toString(), "abc");
  assert.deepEqual(rest, {
    path: "a.xml",
    modifiedAtMs: 1_700_000_000_500,
    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  });
});

test("what is no readable file inside of the root is refused for its reason", async (context) => {
  const root = scratch(context, { "empty.xml": "", "large.xml": "12345", "folder/x.xml": "x" });
  const outside = scratch(context, { "x.xml": "secret" });
  symlinkSync(join(outside, "x.xml"), join(root, "link.xml"));
  symlinkSync(outside, join(root, "away"));
  mkdirSync(join(root, "locked"));
  writeFileSync(join(root, "locked/x.xml"), "x");
  const refused = async (path: string, code: string): Promise<void> => {
    await assert.rejects(readReport(root, path, 4), (error: Error & { code: string; place: { file: string } }) => {
      assert.equal(error.code, code, path);
      assert.equal(error.place.file, path);
      assert.ok(!error.message.includes(dirname(root)), error.message);
      return true;
    });
  };
  await refused("absent.xml", "HP-READ-ABSENT");
  await refused("empty.xml/x.xml", "HP-READ-ABSENT");
  await refused("empty.xml", "HP-READ-EMPTY");
  await refused("large.xml", "HP-READ-TOO-LARGE");
  await refused("folder", "HP-READ-FAILED");
  await refused("link.xml", "HP-READ-PATH");
  await refused("away/x.xml", "HP-READ-PATH");
  await refused(`../${basename(outside)}/x.xml`, "HP-READ-PATH");
  chmodSync(join(root, "locked"), 0);
  if (process.getuid?.() !== 0) await refused("locked/x.xml", "HP-READ-FAILED");
  chmodSync(join(root, "locked"), 0o700);
});

test("a file of a gigabyte is refused by its size before a byte of it is read", async (context) => {
  const root = scratch(context, { "one-line.xml": "<testsuites>" });
  truncateSync(join(root, "one-line.xml"), 2 ** 30);
  await assert.rejects(readReport(root, "one-line.xml"), {
    code: "HP-READ-TOO-LARGE",
    message: "1073741824 bytes, at most 268435456 are read",
  });
});
