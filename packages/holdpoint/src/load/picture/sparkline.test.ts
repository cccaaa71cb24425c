import assert from "node:assert/strict";
import { test } from "node:test";
import { sparkline } from "./sparkline.ts";

test("from nothing to the largest; a gap is a point, never the ground", () => {
  assert.equal(sparkline([0, 1, null, 4, 8], 10), "▁▁·▄█");
  assert.equal(sparkline([], 10), "");
  assert.equal(sparkline([null, null], 10), "··");
  assert.equal(sparkline([0, 0], 10), "▁▁");
});

test("where there is no room for all, a peak is never lost, and a gap among values neither hides nor makes one", () => {
  const values: (number | null)[] = Array.from({ length: 100 }, () => 1);
  values[37] = 80;
  const line = sparkline(values, 10);
  assert.equal(line, "▁▁▁█▁▁▁▁▁▁");
  assert.equal(sparkline([null, 1, null, null], 2), "█·");
  assert.equal(sparkline([5, 5, 5], 0).length, 1);
});
