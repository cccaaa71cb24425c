import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND } from "@holdpoint/core";
import { COLLECTORS } from "./collectors.ts";

test("every kind that is gathered from a repository has one collector", () => {
  const kinds = COLLECTORS.map(({ kind }) => kind);
  assert.deepEqual(kinds.toSorted(), [KIND.coverage, KIND.dependencies, KIND.repository, KIND.testResults].sort());
  for (const { version } of COLLECTORS) assert.match(version, /^\d/);
});
