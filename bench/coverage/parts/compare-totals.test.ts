import assert from "node:assert/strict";
import { test } from "node:test";
import { differences, lineDifferences } from "./compare-totals.ts";
import type { Totals } from "./totals.ts";

const WRITTEN: Totals = {
  files: 3,
  lines: { covered: 5, total: 9 },
  branches: { covered: 1, total: 4 },
  functions: null,
};
const found = { ...WRITTEN, seconds: 1, peakBytes: 1 };

test("totals that agree have no difference, any other is named", () => {
  assert.deepEqual(differences(found, WRITTEN), []);
  assert.deepEqual(differences({ ...found, files: 2, lines: { covered: 6, total: 9 } }, WRITTEN), [
    "files 2, written 3",
    "lines 6/9, written 5/9",
  ]);
  assert.deepEqual(differences({ ...found, branches: { covered: 1, total: 3 } }, WRITTEN).length, 1);
  assert.deepEqual(differences({ ...found, functions: { covered: 0, total: 1 } }, WRITTEN), [
    "functions 0/1, written none",
  ]);
  assert.deepEqual(lineDifferences({ lines: { covered: 5, total: 8 } }, WRITTEN), ["lines 5/8, written 5/9"]);
  assert.deepEqual(lineDifferences(WRITTEN, WRITTEN), []);
});
