import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND } from "@holdpoint/core";
import { COLLECTORS } from "./collectors.ts";

test("every kind that is gathered from a repository has one collector", () => {
  const kinds = COLLECTORS.map(({ kind }) => kind);
  const gathered = [
    KIND.changes,
    KIND.coverage,
    KIND.dependencies,
    KIND.load,
    KIND.metricsExposition,
    KIND.repository,
    KIND.soak,
    KIND.testMapping,
    KIND.testResults,
  ];
  assert.deepEqual(kinds.toSorted(), gathered.sort());
  for (const { version } of COLLECTORS) assert.match(version, /^\d/);
});
