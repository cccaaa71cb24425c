import assert from "node:assert/strict";
import { test } from "node:test";
import { familyText, told } from "../told.test.ts";

const gauge = (...samples: readonly string[]): string[] => told(familyText("gauge", "g", samples));
const open = (...samples: readonly string[]): string[] => told(familyText("gauge", "g", samples, true));

test("no labels and empty braces are the same series", () => {
  assert.deepEqual(gauge("g 1", "g{} 1"), ["duplicate-series 4"]);
});

test("labels that differ in a value, a name or an escape are other series", () => {
  assert.deepEqual(gauge('g{a="1"} 1', 'g{a="2"} 1', 'g{b="1"} 1', 'g{a="1",b="1"} 1'), []);
  assert.deepEqual(gauge('g{a="x\\ny"} 1', 'g{a="x\\\\ny"} 1'), []);
  assert.deepEqual(gauge('g{a="1\\",b=\\"2"} 1', 'g{a="1",b="2"} 1'), []);
});

test("three times is told twice", () => {
  assert.deepEqual(gauge("g 1", "g 1", "g 1"), ["duplicate-series 4", "duplicate-series 5"]);
});

test("OpenMetrics takes points whose times rise, and only those", () => {
  assert.deepEqual(open("g 1 1699999998", "g 2 1699999999"), []);
  assert.deepEqual(open("g 1 1699999999", "g 2 1699999999"), ["duplicate-series 4"]);
  assert.deepEqual(open("g 1", "g 2 1699999999"), ["duplicate-series 4"]);
  assert.deepEqual(open("g 1 1699999999", "g 2"), ["duplicate-series 4"]);
});

test("parts of one name in one metric are no duplicates", () => {
  const samples = ['h_bucket{le="+Inf"} 1', "h_sum 1", "h_count 1"];
  assert.deepEqual(told(familyText("histogram", "h", samples)), []);
  assert.deepEqual(told(familyText("histogram", "h", [...samples, "h_count 1"])), ["duplicate-series 6"]);
});
