import assert from "node:assert/strict";
import { test } from "node:test";
import { familyText, told } from "../told.test.ts";

const histogram = (...samples: readonly string[]): string[] => told(familyText("histogram", "h", samples));
const open = (...samples: readonly string[]): string[] => told(familyText("histogram", "h", samples, true));

test("buckets that stand still, are empty, or hold everything are sound", () => {
  assert.deepEqual(
    histogram('h_bucket{le="1"} 2', 'h_bucket{le="2"} 2', 'h_bucket{le="+Inf"} 2', "h_sum 1", "h_count 2"),
    [],
  );
  assert.deepEqual(histogram('h_bucket{le="1"} 0', 'h_bucket{le="+Inf"} 0', "h_sum 0", "h_count 0"), []);
  assert.deepEqual(histogram('h_bucket{le="+Inf"} 9', "h_sum 1", "h_count 9"), []);
});

test("each set of labels is a histogram of its own", () => {
  const one = (a: string, count: number): string[] => [
    `h_bucket{a="${a}",le="1"} 1`,
    `h_bucket{a="${a}",le="+Inf"} 2`,
    `h_sum{a="${a}"} 1`,
    `h_count{a="${a}"} ${count}`,
  ];
  assert.deepEqual(histogram(...one("x", 2), ...one("y", 2)), []);
  assert.deepEqual(histogram(...one("x", 2), ...one("y", 3)), ["inf-not-count 10"]);
  assert.deepEqual(histogram(...one("x", 2), ...one("y", 2).slice(0, 2)), ["sum-missing 7", "count-missing 7"]);
});

test("a bucket is found whatever place its bound has among the labels", () => {
  const samples = ['h_bucket{le="1",a="x"} 3', 'h_bucket{a="x",le="+Inf"} 2', 'h_sum{a="x"} 1', 'h_count{a="x"} 2'];
  assert.deepEqual(histogram(...samples), ["buckets-not-cumulative 4"]);
});

test("bounds in the wrong order are told once for each, and compared by their values", () => {
  const samples = ['h_bucket{le="+Inf"} 3', 'h_bucket{le="2"} 2', 'h_bucket{le="1"} 1', "h_sum 1", "h_count 3"];
  assert.deepEqual(histogram(...samples), ["le-not-sorted 4", "le-not-sorted 5"]);
  const byText = ['h_bucket{le="9"} 1', 'h_bucket{le="10"} 2', 'h_bucket{le="+Inf"} 2', "h_sum 1", "h_count 2"];
  assert.deepEqual(histogram(...byText), [], "nine is less than ten");
});

test("a histogram without its last bucket has no count to agree with", () => {
  assert.deepEqual(histogram('h_bucket{le="1"} 1', "h_sum 1", "h_count 5"), ["inf-missing 3"]);
});

test("what is counted in parts or is endless is no count", () => {
  for (const value of ["1.5", "-1", "NaN", "+Inf"]) {
    const found = histogram(`h_bucket{le="+Inf"} ${value}`, "h_sum 1", `h_count ${value}`);
    assert.ok(found.includes("bucket-not-a-count 3"), `${value}: ${found.join()}`);
  }
});

test("a sum may be below 0 only where a bucket is", () => {
  const samples = (le: string): string[] => [
    `h_bucket{le="${le}"} 1`,
    'h_bucket{le="+Inf"} 1',
    "h_sum -0.5",
    "h_count 1",
  ];
  assert.deepEqual(histogram(...samples("-0.5")), []);
  assert.deepEqual(histogram(...samples("0")), ["sum-negative 5"]);
});

test("with buckets below 0 OpenMetrics has neither sum nor count, and one alone is wrong", () => {
  const buckets = ['h_bucket{le="-1.0"} 1', 'h_bucket{le="+Inf"} 2'];
  assert.deepEqual(open(...buckets), []);
  assert.deepEqual(open(...buckets, "h_count 2"), ["sum-missing 3"]);
  assert.deepEqual(open(...buckets, "h_sum 2"), ["count-missing 3", "sum-negative 5"]);
});

test("OpenMetrics writes bounds in one way only", () => {
  const bound = (le: string): string[] =>
    open(`h_bucket{le="${le}"} 1`, 'h_bucket{le="+Inf"} 1', "h_sum 1", "h_count 1");
  for (const le of ["1.0", "0.005", "100000.0", "1e+09", "1e-07", "1.5e-07"]) assert.deepEqual(bound(le), [], le);
  for (const le of ["1", "1.", ".5", "1e9", "+1.0", "1E+09"]) assert.deepEqual(bound(le), ["le-not-canonical 3"], le);
});

test("a gauge histogram may fall below 0 in sum, and has names of its own", () => {
  const gauge = (...samples: readonly string[]): string[] => told(familyText("gaugehistogram", "q", samples, true));
  assert.deepEqual(gauge('q_bucket{le="+Inf"} 2', "q_gsum -3", "q_gcount 2"), []);
  assert.deepEqual(gauge('q_bucket{le="+Inf"} 2', "q_gsum -3", "q_gcount 1"), ["inf-not-count 5"]);
  assert.deepEqual(gauge('q_bucket{le="+Inf"} 2', "q_gcount 2"), ["sum-missing 3"]);
});
