import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { LineLog } from "./adapter-line-log.ts";

test("lines are numbered from 1 and are on disk when they are told", async (context) => {
  const file = join(scratch(context), "deep", "er", "log.jsonl");
  const log = new LineLog(file);
  assert.deepEqual(await Promise.all([log.append("a"), log.append("b")]), [1, 2]);
  assert.equal(readFileSync(file, "utf8"), "a\nb\n");
  assert.equal(await log.append("c"), 3);
  assert.equal(log.count, 3);
  await log.close();
  const again = new LineLog(file);
  assert.deepEqual([again.takeLines(), again.takeLines(), again.count], [["a", "b", "c"], [], 3]);
});

test("what was cut off at the end is gone, whatever it was", (context) => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["", []],
    ["a", []],
    ["a\nb", ["a"]],
    ["a\nb\n", ["a", "b"]],
    ["a\n\u00e4", ["a"]],
  ];
  for (const [text, lines] of cases) {
    const file = join(scratch(context), "log");
    writeFileSync(file, text);
    assert.deepEqual(new LineLog(file).takeLines(), lines, JSON.stringify(text));
    assert.equal(
      statSync(file).size,
      lines.reduce((size, line) => size + line.length + 1, 0),
    );
  }
});

test("a file that cannot be opened fails the line, and the next one tries again", async (context) => {
  const folder = join(scratch(context), "data");
  const file = join(folder, "log");
  const log = new LineLog(file);
  rmSync(folder, { recursive: true });
  await assert.rejects(log.append("a"), { code: "ENOENT" });
  mkdirSync(folder);
  assert.equal(await log.append("b"), 1);
  assert.equal(readFileSync(file, "utf8"), "b\n");
  await log.close();
});
