import assert from "node:assert/strict";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { readGlobs } from "./read-globs.ts";

async function paths(
  root: string,
  globs: readonly string[],
  signal: AbortSignal = new AbortController().signal,
): Promise<string[]> {
  const read: string[] = [];
  for await (const file of readGlobs(root, globs, signal)) read.push(`${file.path} ${file.bytes.toString()}`);
  return read;
}

test("files of all globs are read once, in the order of their paths", async (context) => {
  const root = scratch(context, { "b.xml": "2", "a.xml": "1", "x/c.xml": "3" });
  assert.deepEqual(await paths(root, ["x/*.xml", "*.xml", "**/a.xml"]), ["a.xml 1", "b.xml 2", "x/c.xml 3"]);
});

test("a glob without a file is found before anything is read", async (context) => {
  const root = scratch(context, { "empty.xml": "" });
  await assert.rejects(paths(root, ["empty.xml", "none.xml"]), { code: "HP-READ-ABSENT", place: { file: "none.xml" } });
});

test("reading stops when it is told to", async (context) => {
  const root = scratch(context, { "a.xml": "1" });
  await assert.rejects(paths(root, ["a.xml"], AbortSignal.abort()), { name: "AbortError" });
});
