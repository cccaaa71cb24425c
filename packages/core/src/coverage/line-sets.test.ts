import assert from "node:assert/strict";
import { test } from "node:test";
import { lineSets } from "./line-sets.ts";
import { fileOf } from "./testing.ts";

test("lines are known only where they are as many as are counted", () => {
  const sets = lineSets(fileOf("a.ts", "1-2,5", "3"));
  assert.deepEqual([...(sets?.covered ?? [])], [1, 2, 5]);
  assert.deepEqual([...(sets?.uncovered ?? [])], [3]);
  assert.equal(lineSets({ ...fileOf("a.ts", ""), lines: { covered: 3, total: 4 } }), null);
  assert.equal(lineSets({ ...fileOf("a.ts", "1-3", ""), lines: { covered: 3, total: 4 } }), null);
  assert.equal(lineSets({ ...fileOf("a.ts", "1-3"), lines: null }), null);
  assert.deepEqual(lineSets(fileOf("types.ts", ""))?.covered.length, 0);
});
