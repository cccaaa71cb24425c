import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileCounts } from "./counts/file-counts.ts";
import { NOTHING_COUNTED } from "./counts/file-counts.ts";
import { addFileCounts } from "./read-report.ts";

const lines = (...entries: readonly number[]): FileCounts => ({
  ...NOTHING_COUNTED,
  lines: new Uint32Array(entries),
});

test("counts of one path are joined, those of another stay apart", () => {
  const files = new Map<string, FileCounts>();
  addFileCounts(files, "a", lines(2, 4));
  addFileCounts(files, "b", lines(2));
  addFileCounts(files, "a", lines(3, 6));
  assert.deepEqual([...(files.get("a")?.lines ?? [])], [3, 4, 6]);
  assert.deepEqual([...(files.get("b")?.lines ?? [])], [2]);
  assert.equal(files.size, 2);
});
