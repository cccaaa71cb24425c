import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileCounts } from "../counts/file-counts.ts";
import { NOTHING_COUNTED } from "../counts/file-counts.ts";
import type { Declared } from "./tally.ts";
import { mismatchOf, Tally, tallyOf } from "./tally.ts";

const counts: FileCounts = {
  ...NOTHING_COUNTED,
  lines: Uint32Array.from([2, 5]),
  functions: Uint32Array.from([1, 1]),
};
const said = (covered: number | null, total: number | null): Declared => ({ metric: "lines", line: 7, covered, total });

test("files are summed by metric, and what a file does not measure adds nothing", () => {
  const files = new Map([
    ["a", counts],
    ["b", counts],
    ["c", NOTHING_COUNTED],
  ]);
  const tally = tallyOf(files);
  assert.deepEqual(tally.of("lines"), { covered: 2, total: 4 });
  assert.deepEqual(tally.of("functions"), { covered: 2, total: 2 });
  assert.deepEqual(tally.of("branches"), { covered: 0, total: 0 });
  const more = new Tally();
  more.add("branches", { covered: 1, total: 2 });
  more.add("branches", { covered: 0, total: 3 });
  assert.deepEqual(more.of("branches"), { covered: 1, total: 5 });
});

test("a declared total has to be one of those that the records allow", () => {
  const allowed = [
    { covered: 1, total: 2 },
    { covered: 2, total: 4 },
  ];
  assert.equal(mismatchOf("r", said(1, 2), allowed), null);
  assert.equal(mismatchOf("r", said(2, 4), allowed), null);
  assert.equal(mismatchOf("r", said(null, 4), allowed), null);
  assert.equal(mismatchOf("r", said(null, null), allowed), null);
  assert.deepEqual(mismatchOf("r", said(1, 4), allowed), {
    file: "r",
    line: 7,
    metric: "lines",
    declared: { covered: 1, total: 4 },
    counted: { covered: 1, total: 2 },
  });
  assert.deepEqual(mismatchOf("r", said(9, null), allowed)?.declared, { covered: 9, total: 2 });
  assert.equal(mismatchOf("r", said(1, 2), []), null);
});
