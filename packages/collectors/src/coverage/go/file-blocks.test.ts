import assert from "node:assert/strict";
import { test } from "node:test";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import { PointsBuilder } from "../counts/points.ts";
import type { BlockLine } from "./block-line.ts";
import { FileBlocks } from "./file-blocks.ts";

const line = (patch: Partial<BlockLine> = {}): BlockLine => ({
  file: "a.go",
  span: "1.1,2.2",
  startLine: 1,
  startColumn: 1,
  endLine: 2,
  endColumn: 2,
  statements: 1,
  hits: 1,
  isSaturated: false,
  ...patch,
});

test("a block is new once, and counts of the same are summed up to 64 bits", () => {
  const blocks = new FileBlocks();
  assert.deepEqual(blocks.add(line(), 2), { isNew: true, conflict: null });
  assert.deepEqual(blocks.add(line({ hits: HITS_MAX }), 3), { isNew: false, conflict: null });
  const { hits } = blocks.counts(new LineHitsBuilder(true), new PointsBuilder());
  assert.deepEqual([...(hits ?? [])], [HITS_MAX, HITS_MAX]);
});

test("another number of statements is a conflict with the line before", () => {
  const blocks = new FileBlocks();
  blocks.add(line(), 2);
  assert.equal(blocks.add(line({ statements: 4 }), 9).conflict?.at, 2);
});
