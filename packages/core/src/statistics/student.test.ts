import assert from "node:assert/strict";
import { test } from "node:test";
import { studentTest } from "./student.ts";

test("the sleep data of 1908", () => {
  // Cushny and Peebles, R's data set sleep: t.test(extra ~ group, var.equal = TRUE) prints p-value = 0.07919.
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const result = studentTest(first, second);
  assert.equal(result.p.toFixed(5), "0.07919");
  assert.deepEqual([result.first.toFixed(2), result.second.toFixed(2)], ["0.75", "2.33"]);
  assert.equal(studentTest(second, first).p, result.p);
});

test("two degrees of freedom in closed form", () => {
  // t = 2 / sqrt(0.5 * 1) for (0, 1) and (2, 3): p = 1 - t / sqrt(t^2 + 2).
  const t = 2 / Math.sqrt(0.5);
  assert.ok(Math.abs(studentTest([0, 1], [2, 3]).p - (1 - t / Math.sqrt(t * t + 2))) < 1e-12);
});

test("constants differ for sure or not at all, and one value each tells nothing", () => {
  assert.equal(studentTest([1, 1], [2, 2]).p, 0);
  assert.equal(studentTest([2, 2], [2, 2]).p, 1);
  assert.equal(studentTest([1], [2]).p, 1);
});
