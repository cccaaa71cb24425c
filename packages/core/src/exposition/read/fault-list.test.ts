import assert from "node:assert/strict";
import { test } from "node:test";
import { FaultList } from "./fault-list.ts";

test("faults come in the order of their lines and columns; what has no line comes last", () => {
  const list = new FaultList();
  list.add("after-eof", "no end", null, null);
  list.add("bad-value", "second", 2, 1);
  list.add("bad-labels", "later in the first", 1, 9);
  list.add("bad-name", "first", 1, 2);
  list.add("bad-value", "whole line", 1, null);
  assert.deepEqual(
    list.inOrder.map(({ text }) => text),
    ["whole line", "first", "later in the first", "second", "no end"],
  );
});

test("many of one kind leave room for the others, and are counted", () => {
  const list = new FaultList();
  for (let line = 1; line <= 1000; line += 1) list.add("bad-value", `line ${line}`, line, 1);
  list.add("bad-name", "the one that matters", 1001, 1);
  assert.deepEqual([list.inOrder.length, list.leftOut], [51, 950]);
  assert.equal(list.inOrder.at(-1)?.text, "the one that matters");
  assert.equal(list.inOrder[49]?.line, 50, "the first of a kind are kept");
});

test("faults of one place stay in the order in which they were found", () => {
  const list = new FaultList();
  for (const text of ["a", "b", "c"]) list.add("bad-value", text, 1, 1);
  for (const text of ["x", "y"]) list.add("after-eof", text, null, null);
  assert.deepEqual(
    list.inOrder.map(({ text }) => text),
    ["a", "b", "c", "x", "y"],
  );
});
