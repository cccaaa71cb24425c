import assert from "node:assert/strict";
import { test } from "node:test";
import { countPoints, mergePoints } from "../counts/points.ts";
import { Counters } from "./counters.ts";
import { PackageMethods } from "./methods.ts";
import { SourceLines } from "./source-lines.ts";

test("two reports of a line together claim the larger number of its instructions, never their sum", () => {
  const lines = new SourceLines();
  lines.add(4, 3, 2);
  lines.addBranches(4, 1, 1);
  const one = lines.finish();
  lines.add(4, 1, 4);
  lines.addBranches(4, 2, 0);
  const two = lines.finish();
  assert.deepEqual(countPoints(mergePoints(one.instructions, two.instructions)), { covered: 4, total: 5 });
  assert.deepEqual(countPoints(mergePoints(two.branches, one.branches)), { covered: 1, total: 2 });
  lines.add(9, 0, 0);
  assert.deepEqual([...lines.finish().lines], []);
});

test("methods wait for their file, in their order", () => {
  const methods = new PackageMethods();
  methods.add("A.java", 3, 1, true);
  methods.add("B.java", 4, 1, false);
  methods.add("A.java", 7, 2, false);
  assert.deepEqual([...(methods.take("A.java") ?? [])], [3, 3, 7, 4]);
  assert.equal(methods.take("A.java"), null);
  assert.deepEqual(methods.rest(), ["B.java"]);
});

test("branches of methods without lines are summed by file, and taken once", () => {
  const methods = new PackageMethods();
  methods.hide("A.java", { covered: 1, total: 2 });
  methods.hide("A.java", { covered: 0, total: 4 });
  methods.hide("B.java", { covered: 1, total: 1 });
  methods.hide(null, { covered: 9, total: 9 });
  assert.deepEqual(methods.takeHidden("A.java"), { covered: 1, total: 6 });
  assert.deepEqual(methods.takeHidden("A.java"), { covered: 0, total: 0 });
  assert.deepEqual(methods.rest(), []);
});

test("what an element counts goes on to the one around it, what it declares does not", () => {
  const around = new Counters();
  const inner = new Counters();
  inner.declare("LINE", { covered: 1, total: 1 }, 5);
  inner.declare("COMPLEXITY", { covered: 9, total: 9 }, 6);
  inner.declare("constructor", { covered: 9, total: 9 }, 7);
  inner.add("lines", { covered: 1, total: 2 });
  const [only, ...others] = inner.finish("j.xml", around);
  assert.deepEqual([only?.line, only?.counted, others.length], [5, { covered: 1, total: 2 }, 0]);
  around.declare("LINE", { covered: 1, total: 2 }, 8);
  assert.deepEqual(around.finish("j.xml", null), []);
});
