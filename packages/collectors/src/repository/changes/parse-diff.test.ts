import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangedFile } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { parseDiff } from "./parse-diff.ts";

const parsed = (...lines: readonly string[]): ChangedFile[] =>
  parseDiff(Buffer.from(`${lines.join("\n")}\n`, "latin1"));
const modified = (path: string, ...hunks: readonly number[][]): ChangedFile => ({
  path,
  basePath: path,
  status: "modified",
  binary: false,
  hunks: hunks.map(([baseStart = 0, baseLines = 0, start = 0, lines = 0]) => ({ baseStart, baseLines, start, lines })),
});

test("hunks are read with their counts, one where none is written", () => {
  const head = ["diff --git a/a.ts b/a.ts", "index 1..2 100644", "--- a/a.ts", "+++ b/a.ts"];
  assert.deepEqual(
    parsed(...head, "@@ -2 +2,2 @@ function x() {", "-old", "+new", "+more", "@@ -9,2 +10,0 @@", "-a", "-b"),
    [modified("a.ts", [2, 1, 2, 2], [9, 2, 10, 0])],
  );
});

test("content that looks like a header is content", () => {
  const lines = ["+diff --git a/b b/b", "+++ b/evil", "+@@ -1 +1 @@", "+--- a/evil"];
  assert.deepEqual(
    parsed("diff --git a/a b/a", "--- a/a", "+++ b/a", "@@ -3,2 +3,4 @@", "--- a/evil", "-+++", ...lines),
    [modified("a", [3, 2, 3, 4])],
  );
});

test("a last line without its end is no line of its own", () => {
  const no = "\\ No newline at end of file";
  assert.deepEqual(parsed("diff --git a/a b/a", "--- a/a", "+++ b/a", "@@ -1 +1 @@", "-x", no, "+y", no), [
    modified("a", [1, 1, 1, 1]),
  ]);
});

test("added, removed, renamed, binary and changed in mode only", () => {
  const files = parsed(
    "diff --git a/new b/new",
    "new file mode 100644",
    "index 0..1",
    "--- /dev/null",
    "+++ b/new",
    "@@ -0,0 +1 @@",
    "+x",

    "diff --git a/old b/old",
    "deleted file mode 100644",
    "index 1..0",
    "--- a/old",
    "+++ /dev/null",
    "@@ -1 +0,0 @@",
    "-x",
    "diff --git a/from b/to it",
    "similarity index 100%",
    "rename from from",
    "rename to to it",
    "diff --git a/pic b/pic",
    "index 1..2 100644",
    "Binary files a/pic and b/pic differ",
    "diff --git a/run me b/run me",
    "old mode 100644",
    "new mode 100755",
    "diff --git a/empty b/empty",
    "new file mode 100644",
    "index 0..e",
  );
  assert.deepEqual(
    files.map(({ path, basePath, status, binary, hunks }) => [path, basePath, status, binary, hunks.length]),
    [
      ["empty", null, "added", false, 0],
      ["new", null, "added", false, 1],
      ["old", "old", "removed", false, 1],
      ["pic", "pic", "modified", true, 0],
      ["run me", "run me", "modified", false, 0],
      ["to it", "from", "renamed", false, 0],
    ],
  );
});

test("paths may be quoted, hold blanks and bytes beyond ASCII", () => {
  const quoted = '"a/tab\\there \\"\\\\ \\303\\274"';
  const files = parsed(
    `diff --git ${quoted} ${quoted.replace("a/", "b/")}`,
    `--- ${quoted}\t`,
    `+++ ${quoted.replace("a/", "b/")}`,
    "@@ -1 +1 @@",
    "-x",
    "+y",
    "diff --git a/two words b/two words",
    "--- a/two words\t",
    "+++ b/two words\t",
    "@@ -1 +1 @@",
    "-x",
    "+y",
  );
  assert.deepEqual(
    files.map((file) => file.path),
    ['tab\there "\\ ü', "two words"],
  );
});

test("a file that became a link is one file, changed as a whole", () => {
  const files = parsed(
    "diff --git a/l b/l",
    "deleted file mode 100644",
    "--- a/l",
    "+++ /dev/null",
    "@@ -1,2 +0,0 @@",
    "-x",
    "-y",
    "diff --git a/l b/l",
    "new file mode 120000",
    "--- /dev/null",
    "+++ b/l",
    "@@ -0,0 +1 @@",
    "+t",
  );
  assert.deepEqual(files, [modified("l", [1, 2, 1, 1])]);
});

test("nothing is no change, and anything else is refused with its line", () => {
  assert.deepEqual(parseDiff(Buffer.alloc(0)), []);
  const head = ["diff --git a/a b/a", "--- a/a", "+++ b/a"];
  const wrong: readonly (readonly [lines: readonly string[], at: RegExp])[] = [
    [["* Unmerged path a"], /line 1 of git's answer: \* Unmerged path a/],
    [["@@ -1 +1 @@"], /line 1/],
    [[...head, "@@ -1,2 +1 @@", "-x"], /line 1 .*a hunk that ends early/],
    [[...head, "@@ -1 +1 @@", "+x"], /line 5/],
    [[...head, "@@ nonsense", "-x"], /line 4/],
    [[...head, "?"], /line 4/],
    [["diff --git a/a b/b", "similarity index 100%"], /line 1 .*without a path/],
    [["diff --git a/a b/a", 'rename from "broken'], /line 2/],
    [["diff --git a/a b/a", '--- "a/bad\\q"'], /line 2/],
  ];
  for (const [lines, at] of wrong) {
    assert.throws(
      () => parsed(...lines),
      (error) => error instanceof HoldpointError && error.code === "HP-REPO-DIFF" && at.test(error.message),
      lines.join(" | "),
    );
  }
});
