import assert from "node:assert/strict";
import { test } from "node:test";
import { COLLECTION_FAILURE } from "../noun/evidence.ts";
import { COVERAGE_METRICS } from "./coverage.ts";
import { KIND, SELF_KINDS } from "./kinds.ts";

test("kinds are in kebab case, each once, and none is the one of failures", () => {
  const kinds: readonly string[] = Object.values(KIND);
  assert.ok(kinds.length >= 10);
  assert.equal(new Set(kinds).size, kinds.length);
  for (const kind of kinds) assert.match(kind, /^[a-z]+(-[a-z]+)*$/);
  assert.ok(!kinds.includes(COLLECTION_FAILURE));
});

test("what Holdpoint gathers about itself is among the kinds, and is not all of them", () => {
  const kinds: readonly string[] = Object.values(KIND);
  assert.ok(SELF_KINDS.size > 0 && SELF_KINDS.size < kinds.length);
  for (const kind of SELF_KINDS) assert.ok(kinds.includes(kind), kind);
  for (const kind of [KIND.repository, KIND.testResults, KIND.coverage, KIND.dependencies, KIND.suiteRun]) {
    assert.ok(!SELF_KINDS.has(kind), kind);
  }
});

test("coverage is counted in five metrics", () => {
  assert.deepEqual(COVERAGE_METRICS, ["lines", "branches", "functions", "statements", "regions"]);
});
