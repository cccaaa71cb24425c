import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readChangelog } from "./changelog.ts";

const ENTRY = "\n\n- a change\n";

const HEADINGS: readonly (readonly [heading: string, version: string | null])[] = [
  ["## [1.2.3] - 2026-01-01", "1.2.3"],
  ["## [1.2.3](https://example.invalid/compare/v1.2.2...v1.2.3) (2026-01-01)", "1.2.3"],
  ["# 1.2.3", "1.2.3"],
  ["## v1.2.3 (2026-01-01)", "1.2.3"],
  ["### 1.2.3-rc.1+build.5 ###", "1.2.3-rc.1+build.5"],
  ["Version 1.2.3", "1.2.3"],
  ["VERSION 1.2.3", "1.2.3"],
  ["v1.2.3", "1.2.3"],
  ["1.2.3 (2026-01-01)", "1.2.3"],
  ["1.2.3 / 2026-01-01\n==================", "1.2.3"],
  ["1.2.3 - a name\n--------------", "1.2.3"],
  ["## Release 1.2", "1.2"],
  ["## @scope/name@1.2.3", "1.2.3"],
  ["## holdpoint 2026.1", "2026.1"],
  ["## **1.2.3**", "1.2.3"],
  ["## 2026-01-01, Version 1.2.3 (Current), @somebody", "1.2.3"],
  ["## [Unreleased]", null],
  ["## 2026-01-01", null],
  ["## What 1.2.3 changed", null],
  ["1.2.3 was a good release", null],
  ["##1.2.3", null],
  ["    ## 1.2.3", null],
  ["```\n## 1.2.3\n```", null],
];

describe("headings", () => {
  for (const [heading, version] of HEADINGS) {
    test(JSON.stringify(heading), () =>
      assert.equal(readChangelog(`# Changes\n\n${heading}${ENTRY}`, "C").version, version),
    );
  }
});

test("the newest heading is the first with a version, and its entry ends at the next", () => {
  const text =
    "# Changelog\r\n\r\n## [Unreleased]\r\n\r\n- soon\r\n\r\n## [1.1.0]\r\n\r\n### Added\r\n- one\r\n\r\n## [1.0.0]\r\n- first\r\n";
  assert.deepEqual(readChangelog(text, "C"), {
    file: "C",
    version: "1.1.0",
    line: 7,
    sizeChars: "### Added\n- one".length,
  });
});

test("a deeper heading that looks like a version does not end the entry", () => {
  const text = "## 2.0.0\n\n### Node 24.0\n\nis needed\n\n## 1.0.0\n";
  assert.equal(readChangelog(text, "C").sizeChars, "### Node 24.0\n\nis needed".length);
});

test("an underline is no text, and a heading alone is an empty entry", () => {
  assert.equal(readChangelog("1.1\n===\n\n1.0\n===\n- a\n", "C").sizeChars, 0);
  assert.equal(readChangelog("## 1.1\n", "C").sizeChars, 0);
});

test("without any version there is no line, and the size is that of the text", () => {
  assert.deepEqual(readChangelog(" some words \n", "C"), { file: "C", version: null, line: null, sizeChars: 10 });
  assert.deepEqual(readChangelog("", "C"), { file: "C", version: null, line: null, sizeChars: 0 });
});

test("a line of a megabyte costs no time", () => {
  const long = ["1.", " #", "a@", "- ", "1.1", "\t"].map((part) => part.repeat(400_000)).join("\n# ");
  assert.equal(readChangelog(`${long}\n## 1.0.0\n`, "C").version, "1.0.0");
});
