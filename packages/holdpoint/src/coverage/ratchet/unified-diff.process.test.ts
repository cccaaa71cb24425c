import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { unifiedDiff } from "./unified-diff.ts";

const FILE = "holdpoint.yaml";

/** What git makes of the diff as the verb prints it. */
function applied(folder: string, before: string, after: string): string {
  writeFileSync(join(folder, FILE), before);
  writeFileSync(join(folder, "a.patch"), `${unifiedDiff(before, after, FILE)}\n`);
  execFileSync("git", ["apply", "--unsafe-paths", "a.patch"], { cwd: folder, stdio: "pipe" });
  return readFileSync(join(folder, FILE), "utf8");
}

const text = (count: number, ...changed: readonly number[]): string =>
  Array.from({ length: count }, (_, index) => `key${index}: ${changed.includes(index) ? 2 : 1}\n`).join("");

test("git applies a proposal wherever in a file its lines are", (t) => {
  const folder = scratch(t);
  const changes: readonly (readonly number[])[] = [
    [0],
    [29],
    [0, 29],
    [3, 4, 5],
    [3, 10],
    [3, 11],
    [2, 9, 16, 23],
    Array.from({ length: 30 }, (_, index) => index),
  ];
  for (const changed of changes) {
    assert.equal(applied(folder, text(30), text(30, ...changed)), text(30, ...changed), changed.join());
  }
  for (const count of [1, 2, 4]) assert.equal(applied(folder, text(count), text(count, 0)), text(count, 0));
});

test("line breaks of another system, blank lines and comments stay as they are", (t) => {
  const folder = scratch(t);
  const before = text(10).replaceAll("\n", "\r\n");
  assert.equal(applied(folder, before, before.replace("key4: 1", "key4: 2")), before.replace("key4: 1", "key4: 2"));
  const odd = `\n# ä\n${text(5)}\n\n  - x: 1 # ${"-".repeat(5)}\n`;
  assert.equal(applied(folder, odd, odd.replace("x: 1", "x: 7")), odd.replace("x: 1", "x: 7"));
});

test("a file without a last line break gets none", (t) => {
  const folder = scratch(t);
  const before = text(5).trimEnd();
  for (const changed of [0, 4]) {
    const after = text(5, changed).trimEnd();
    assert.equal(applied(folder, before, after), after, `line ${changed}`);
  }
  assert.equal(applied(folder, "a: 1\n\nb: 1", "a: 1\n\nb: 2"), "a: 1\n\nb: 2", "a blank line before it");
});
