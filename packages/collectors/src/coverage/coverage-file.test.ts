import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileCounts } from "./counts/file-counts.ts";
import { coverageFile } from "./coverage-file.ts";

const NOTHING: FileCounts = { lines: null, branches: null, functions: null, statements: null };

test("a metric is null only when no file of the report has it", () => {
  const some: FileCounts = {
    ...NOTHING,
    lines: new Uint32Array([3, 4]),
    branches: new Uint32Array([1, 0, 1, 1, 0, 2]),
  };
  assert.deepEqual(coverageFile("a.ts", true, some, [some]), {
    path: "a.ts",
    resolved: true,
    lines: { covered: 1, total: 2 },
    branches: { covered: 1, total: 2 },
    functions: null,
    statements: null,
    uncoveredLines: "2",
  });
  assert.deepEqual(coverageFile("b.ts", false, NOTHING, [some, NOTHING]), {
    path: "b.ts",
    resolved: false,
    lines: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
    functions: null,
    statements: null,
    uncoveredLines: "",
  });
  const empty = coverageFile("c.ts", true, NOTHING, [NOTHING]);
  assert.deepEqual([empty.lines, empty.branches, empty.functions, empty.statements], [null, null, null, null]);
});
