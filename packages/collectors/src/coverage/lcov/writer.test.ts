import assert from "node:assert/strict";
import { test } from "node:test";
import { recogniseWriter } from "./writer.ts";

test("writers are told by the order of their records, also where a file has no functions or branches", () => {
  const node = ["FN", "FNDA", "FNF", "FNH", "BRDA", "BRF", "BRH", "DA", "LH", "LF"];
  const istanbul = ["FN", "FNF", "FNH", "FNDA", "DA", "LF", "LH", "BRDA", "BRF", "BRH"];
  assert.equal(recogniseWriter(node), "node:test");
  assert.equal(recogniseWriter(istanbul), "istanbul-reports");
  const plain = (tags: readonly string[]): string[] => tags.filter((tag) => !["FN", "FNDA", "BRDA"].includes(tag));
  assert.equal(recogniseWriter(plain(node)), "node:test");
  assert.equal(recogniseWriter(plain(istanbul)), "istanbul-reports");
});

test("any other order names nobody", () => {
  for (const tags of [
    [],
    ["DA"],
    ["DA", "LF", "LH"],
    ["FNF", "FNH", "LF", "LH"],
    ["FN", "FNDA", "FNF", "FNH", "DA", "LF", "LH"],
  ]) {
    assert.equal(recogniseWriter(tags), "unknown", tags.join());
  }
});
