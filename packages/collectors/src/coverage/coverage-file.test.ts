import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileCounts } from "./counts/file-counts.ts";
import { NOTHING_COUNTED } from "./counts/file-counts.ts";
import { coverageFile, measuredMetrics } from "./coverage-file.ts";

test("a metric is null only when no file of the report has it", () => {
  const some: FileCounts = {
    ...NOTHING_COUNTED,
    lines: new Uint32Array([3, 4]),
    branches: new Uint32Array([1, 1, 1, 2]),
  };
  assert.deepEqual(coverageFile("a.ts", true, some, measuredMetrics([some])), {
    path: "a.ts",
    resolved: true,
    lines: { covered: 1, total: 2 },
    branches: { covered: 1, total: 2 },
    functions: null,
    statements: null,
    regions: null,
    coveredLines: "1",
    uncoveredLines: "2",
  });
  assert.deepEqual(coverageFile("b.ts", false, NOTHING_COUNTED, measuredMetrics([some, NOTHING_COUNTED])), {
    path: "b.ts",
    resolved: false,
    lines: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
    functions: null,
    statements: null,
    regions: null,
    coveredLines: "",
    uncoveredLines: "",
  });
  const empty = coverageFile("c.ts", true, NOTHING_COUNTED, measuredMetrics([NOTHING_COUNTED]));
  assert.deepEqual([empty.lines, empty.branches, empty.functions, empty.statements], [null, null, null, null]);
});

test("a total stands where there are no records, and measures the metric for the other files", () => {
  const summed: FileCounts = {
    ...NOTHING_COUNTED,
    lines: new Uint32Array([3, 4]),
    totals: { lines: { covered: 9, total: 9 }, branches: { covered: 3, total: 4 } },
  };
  const all = measuredMetrics([summed, NOTHING_COUNTED]);
  const { lines, branches, functions, coveredLines } = coverageFile("a.ts", true, summed, all);
  assert.deepEqual([lines, branches, functions], [{ covered: 1, total: 2 }, { covered: 3, total: 4 }, null]);
  assert.equal(coveredLines, "1");
  assert.deepEqual(coverageFile("b.ts", true, NOTHING_COUNTED, all).branches, { covered: 0, total: 0 });
  const bare = coverageFile(
    "c.ts",
    true,
    { ...NOTHING_COUNTED, totals: { lines: { covered: 5, total: 7 } } },
    new Set(),
  );
  assert.deepEqual([bare.lines, bare.coveredLines, bare.uncoveredLines], [{ covered: 5, total: 7 }, "", ""]);
});
