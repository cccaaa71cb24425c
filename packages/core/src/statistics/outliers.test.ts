import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutOutliers } from "./outliers.ts";

test("only what lies far outside goes", () => {
  assert.deepEqual(withoutOutliers([10, 11, 12, 13, 14, 100]), [10, 11, 12, 13, 14]);
  assert.deepEqual(withoutOutliers([10, 11, 12, 13, -50]), [10, 11, 12, 13]);
  // The middle half goes from 11 to 14: nine more on both sides may be.
  assert.deepEqual(withoutOutliers([10, 11, 12, 13, 14, 23]), [10, 11, 12, 13, 14, 23]);
  assert.deepEqual(withoutOutliers([10, 11, 12, 13, 14, 24]), [10, 11, 12, 13, 14]);
});

test("where the middle half is one value nothing is an outlier, and of nothing nothing goes", () => {
  assert.deepEqual(withoutOutliers([5, 5, 5, 5, 9]), [5, 5, 5, 5, 9]);
  assert.deepEqual(withoutOutliers([]), []);
});
