import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileCounts } from "@holdpoint/collectors";
import { PathResolver } from "@holdpoint/collectors";
import { artifactFiles, reportDetails } from "./details.ts";
import { artifactFile, marksOf } from "./testing-artifacts.ts";

const NONE = { branches: null, functions: null, statements: null, regions: null };
const hit = (line: number, hits: number): FileCounts => ({
  ...NONE,
  lines: Uint32Array.of(line * 2 + Number(hits > 0)),
  hits: Float64Array.of(hits),
});
const read = (files: Readonly<Record<string, FileCounts>>): Parameters<typeof reportDetails>[0][number] => ({
  files: new Map(Object.entries(files)),
  contexts: new Map(),
  mismatches: [],
  remarks: [],
  instrumenter: "unknown",
});

test("shards of a report are merged by the path that they resolve to, and only what is counted is kept", () => {
  const resolver = new PathResolver(["src/a.ts", "src/b.ts", "test/a.test.ts"], "/repo");
  const reads = [
    read({ "/build/src/a.ts": hit(1, 0), "test/a.test.ts": hit(1, 1) }),
    read({ "src/a.ts": hit(1, 4), "src/unknown.ts": hit(1, 1) }),
  ];
  const details = reportDetails(reads, resolver, new Set(["src/a.ts", "src/b.ts"]));
  assert.deepEqual([...details.keys()], ["src/a.ts"]);
  assert.deepEqual([...(details.get("src/a.ts")?.hits ?? [])], [4]);
});

test("a file of several reports has the lines of all, with the sum of hits", () => {
  const { counts } = artifactFile("a", marksOf("1:1 2:1"));
  const [file] = artifactFiles([counts], [new Map([["a", hit(1, 2)]]), new Map([["a", hit(2, 3)]]), new Map()]);
  assert.deepEqual([...(file?.marks?.lines ?? [])], [1, 2]);
  assert.deepEqual([...(file?.marks?.hits ?? [])], [2, 3]);
  assert.equal(artifactFiles([counts], [new Map()])[0]?.marks, null);
});
