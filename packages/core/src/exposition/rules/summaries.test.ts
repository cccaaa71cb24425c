import assert from "node:assert/strict";
import { test } from "node:test";
import { familyText, told } from "../told.test.ts";

const summary = (...samples: readonly string[]): string[] =>
  told(familyText("summary", "s", [...samples, "s_sum 1", "s_count 1"]));

test("quantiles from 0 to 1 are shares, in whatever way they are written", () => {
  assert.deepEqual(summary('s{quantile="0"} 1', 's{quantile="5e-1"} 1', 's{quantile="1.0"} 1'), []);
  for (const quantile of ["-0.1", "1.0001", "95", "NaN", "+Inf", "p95", ""])
    assert.deepEqual(summary(`s{quantile="${quantile}"} 1`), ["quantile-not-a-share 3"], quantile);
});

test("values stand still or rise; without observations they are NaN", () => {
  assert.deepEqual(summary('s{quantile="0.5"} 2', 's{quantile="0.9"} 2'), []);
  assert.deepEqual(summary('s{quantile="0.5"} NaN', 's{quantile="0.9"} NaN'), []);
  assert.deepEqual(summary('s{quantile="0.5"} 2', 's{quantile="0.9"} 1.999'), ["quantiles-not-monotone 4"]);
});

test("a fall is found also where quantiles are not in order", () => {
  const found = summary('s{quantile="0.9"} 1', 's{quantile="0.5"} 2');
  assert.deepEqual(found, ["quantiles-not-monotone 3", "quantile-not-sorted 4"]);
});

test("each set of labels has quantiles of its own", () => {
  const samples = ['s{a="x",quantile="0.5"} 9', 's{a="y",quantile="0.9"} 1'];
  const totals = ["x", "y"].flatMap((a) => [`s_sum{a="${a}"} 1`, `s_count{a="${a}"} 1`]);
  assert.deepEqual(told(familyText("summary", "s", [...samples, ...totals])), []);
});

test("OpenMetrics may leave sum and count out, the classic format may not", () => {
  assert.deepEqual(told(familyText("summary", "s", ['s{quantile="0.5"} 1'], true)), []);
  assert.deepEqual(told(familyText("summary", "s", ["s_sum 1"])), ["count-missing 3"]);
  assert.deepEqual(told(familyText("summary", "s", ["s_count 1"])), ["sum-missing 3"]);
});

test("a count counts", () => {
  for (const value of ["-1", "0.5", "NaN"])
    assert.deepEqual(told(familyText("summary", "s", ["s_sum 1", `s_count ${value}`])), ["bucket-not-a-count 4"]);
});
