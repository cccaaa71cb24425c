import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeCounts } from "./merge-counts.ts";

test("counts are in the order of their names", () => {
  assert.deepEqual(
    mergeCounts([
      [["b", 1]],
      [],
      [
        ["a", 2],
        ["b", 3],
      ],
    ]),
    [
      ["a", 2],
      ["b", 4],
    ],
  );
  assert.deepEqual(mergeCounts([]), []);
});
