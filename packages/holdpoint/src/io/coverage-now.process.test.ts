import assert from "node:assert/strict";
import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Config, CoverageConfig } from "@holdpoint/core";
import { git, gitRepository } from "@holdpoint/testkit";
import { fakeHost } from "../testing.ts";
import type { CoverageNow } from "./coverage-now.ts";
import { coverageNow } from "./coverage-now.ts";

const COVERAGE: CoverageConfig = {
  reports: [
    { id: "unit", format: "auto", files: ["unit.info"], shard: null, context: null },
    { id: "process", format: "lcov", files: ["process.info"], shard: null, context: null },
  ],
  source: ["src/*.js"],
  exclude: [],
  components: [],
  contexts: [],
  tests: [],
  register: null,
};

const lcov = (path: string, ...hits: readonly number[]): string =>
  [`SF:${path}`, ...hits.map((hit, line) => `DA:${line + 1},${hit}`), "end_of_record", ""].join("\n");

function now(root: string): Promise<CoverageNow> {
  const config = { service: "s", environment: "e", coverage: COVERAGE } as Config;
  return coverageNow(fakeHost(root), { root, file: "holdpoint.yaml", config }, COVERAGE);
}

test("reports are one: a line is covered when one of them covers it, and all are as old as the oldest", async (t) => {
  const root = gitRepository(t, {
    "src/a.js": "1\n2\n3\n",
    "unit.info": lcov("src/a.js", 1, 0, 0),
    "process.info": lcov("src/a.js", 0, 1, 0),
  });
  utimesSync(join(root, "unit.info"), 1_700_000_000, 1_700_000_000);
  const { files, commit, measuredAt } = await now(root);
  assert.deepEqual(
    files.map(({ path, lines }) => [path, lines]),
    [["src/a.js", { covered: 2, total: 3 }]],
  );
  assert.deepEqual([commit, measuredAt], [git(root, "rev-parse", "HEAD"), "2023-11-14T22:13:20.000Z"]);
});

test("a report that is absent or broken is not an empty one", async (t) => {
  const root = gitRepository(t, { "src/a.js": "1\n", "unit.info": lcov("src/a.js", 1) });
  await assert.rejects(now(root), { code: "HP-READ-ABSENT" });
  writeFileSync(join(root, "process.info"), "SF:src/a.js\nDA:1,one\nend_of_record\n");
  await assert.rejects(now(root), { code: "HP-READ-SYNTAX" });
});
