import { test } from "node:test";
import { assertSchemaFits } from "./harms.test.ts";

const COUNT = { covered: 2, total: 3 };
const COUNTS = { lines: COUNT, branches: COUNT, functions: COUNT, statements: COUNT, regions: COUNT };
const COMMIT = "1".repeat(40);

test("a coverage artifact is what its schema says, and nothing else is", () => {
  assertSchemaFits("coverage-artifact", {
    schema: "holdpoint/coverage-artifact/v1",
    component: "core",
    tags: ["security"],
    candidate: { service: "s", commit: COMMIT, tree: COMMIT, dirty: false, environment: "release" },
    measuredAt: "2026-01-02T03:04:05.000Z",
    createdAt: "2026-01-02T03:04:06.000Z",
    totals: COUNTS,
    files: [
      {
        path: "src/a.ts",
        ...COUNTS,
        coveredLines: "1-2",
        uncoveredLines: "4",
        hits: [3, 1],
        branchLines: [[1, 2, 3]],
        functionLines: [[1, 1, 1]],
      },
    ],
    unmeasured: ["src/b.ts"],
  });
});
