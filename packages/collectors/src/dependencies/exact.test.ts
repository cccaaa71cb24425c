import assert from "node:assert/strict";
import { test } from "node:test";
import { isExact } from "./exact.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

const EXACT = [
  "1.2.3",
  "=1.2.3",
  "v1.2.3",
  " 1.2.3 ",
  "1.2.3-rc.1",
  "1.2.3+build.5",
  "npm:other@1.2.3",
  "npm:@scope/other@1.2.3",
  "file:../sibling",
  "file:archive.tgz",
  "link:../sibling",
  "workspace:*",
  `git+https://example.invalid/a.git#${COMMIT}`,
  `github:owner/name#${COMMIT}`,
  `owner/name#${COMMIT}`,
  "https://example.invalid/a.tgz",
];
const LOOSE = [
  "",
  "*",
  "latest",
  "^1.2.3",
  "~1.2.3",
  "1.2",
  "1",
  "1.x",
  ">=1.2.3",
  "1.2.3 || 1.2.4",
  "1.2.3 - 1.2.5",
  "1.2.3 1.2.4",
  "npm:other@^1.2.3",
  "npm:other",
  "npm:other@latest",
  "git+ssh://git@example.invalid/a.git",
  "owner/name",
  "owner/name#main",
  "github:owner/name#semver:^1.0.0",
  `owner/name#${COMMIT.slice(0, 7)}`,
  "https://example.invalid/a.git",
  "git://example.invalid/a.git#v1.0.0",
];

test("a range that only one content can meet is exact", () => {
  for (const range of EXACT) assert.equal(isExact(range), true, range);
});

test("a range that a later release could meet is not", () => {
  for (const range of LOOSE) assert.equal(isExact(range), false, range);
});
