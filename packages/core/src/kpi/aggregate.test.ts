import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { aggregate } from "./aggregate.ts";
import type { Aggregate } from "./kpi.ts";

const ALL: readonly Aggregate[] = ["mean", "median", "min", "max", "hmean", "sum", "last", "p50", "p90", "p95", "p99"];

test("each way of summing up, by hand", () => {
  const values = [4, 1, 2, 5];
  const wanted: Record<Aggregate, number> = {
    mean: 3,
    median: 3,
    min: 1,
    max: 5,
    hmean: 4 / (0.25 + 1 + 0.5 + 0.2),
    sum: 12,
    last: 5,
    p50: 2,
    p90: 5,
    p95: 5,
    p99: 5,
  };
  for (const how of ALL) assert.equal(aggregate(values, how), wanted[how], how);
});

test("the seed's ratio: eight iterations by their harmonic mean", () => {
  const ratios = [0.82, 0.85, 0.84, 0.86, 0.83, 0.85, 0.84, 0.85];
  assert.equal(aggregate(ratios, "hmean")?.toFixed(6), "0.842328");
});

test("the harmonic mean of what is not above 0 is none", () => {
  assert.equal(aggregate([0.9, 0], "hmean"), null);
  assert.equal(aggregate([0.9, -0.1], "hmean"), null);
  assert.equal(aggregate([5e-324, 5e-324], "hmean"), 5e-324);
});

test("a way that there is not is refused, also one that every object has, and for no values at all", () => {
  for (const how of ["p42", "", "toString", "constructor", "__proto__"]) {
    for (const values of [[1, 2], []])
      assert.throws(() => aggregate(values, how as Aggregate), /must be one of mean, .*, p99$/, how);
  }
});

test("nothing, NaN and infinity have no value in any way", () => {
  for (const how of ALL)
    for (const values of [[], [1, Number.NaN], [Infinity], [1, -Infinity]])
      assert.equal(aggregate(values, how), null, `${how} of ${values.join()}`);
  assert.equal(aggregate([1.7e308, 1.7e308], "sum"), null);
});

test("whatever is not a sum lies between the least and the most", () => {
  const values = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.constantFrom(...ALL), (list, how) => {
      if (how === "sum") return;
      const value = aggregate(list, how);
      const [low, high] = [Math.min(...list), Math.max(...list)];
      assert.ok(value !== null && value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12), `${how}: ${value}`);
    }),
  );
});
