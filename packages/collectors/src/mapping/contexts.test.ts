import assert from "node:assert/strict";
import { test } from "node:test";
import { LineHitsBuilder } from "../coverage/counts/line-hits.ts";
import { NOTHING_COUNTED } from "../coverage/counts/file-counts.ts";
import type { ReadCoverage } from "../coverage/read-report.ts";
import { contextRuns, NO_CONTEXTS } from "./contexts.ts";

type Lines = ReturnType<LineHitsBuilder["finish"]>["lines"];

/** Lines, those that were not hit negative. */
function lines(...list: readonly number[]): Lines {
  const builder = new LineHitsBuilder();
  for (const line of list) builder.add(Math.abs(line), line > 0 ? 1 : 0);
  return builder.finish().lines;
}

function report(
  files: Readonly<Record<string, Lines>>,
  contexts: Readonly<Record<string, Readonly<Record<string, Lines>>>>,
): ReadCoverage {
  return {
    files: new Map(Object.entries(files).map(([path, hits]) => [path, { ...NOTHING_COUNTED, lines: hits }])),
    contexts: new Map(Object.entries(contexts).map(([name, byFile]) => [name, new Map(Object.entries(byFile))])),
    mismatches: [],
    remarks: [],
    instrumenter: "coverage.py",
  };
}

const TRACKED = ["shop/cart.py", "shop/tax.py", "tests/test_cart.py", "tests/test_tax.py"];
const TESTS = TRACKED.slice(2);

function runs(...reports: readonly ReadCoverage[]): Record<string, string[]> {
  const { testsOf } = contextRuns(reports, TRACKED, TESTS, "/w");
  return Object.fromEntries([...testsOf].map(([path, tests]) => [path, [...tests].sort()]));
}

test("a context names its test by path or by dotted name", () => {
  const hit = { "shop/cart.py": lines(1) };
  for (const name of [
    "tests/test_cart.py::test_adds|run",
    "tests/test_cart.py::TestCart::test_adds[1-a.b]|setup",
    "tests.test_cart.test_adds",
    "test_cart.TestCart.test_adds",
    "/w/tests/test_cart.py::test_adds",
  ]) {
    assert.deepEqual(runs(report(hit, { [name]: hit })), { "shop/cart.py": ["tests/test_cart.py"] }, name);
  }
  for (const name of ["", "unit", "shop.cart.total", "tests/test_gone.py::test_x", "::"]) {
    assert.deepEqual(runs(report(hit, { [name]: hit })), {}, name);
  }
});

test("a file counts when a line of it was hit, over all reports", () => {
  const both = { "shop/cart.py": lines(1), "shop/tax.py": lines(-1) };
  const first = report(both, { "tests/test_cart.py::test_a": both });
  const second = report(both, { "tests/test_tax.py::test_b": { "shop/cart.py": lines(2), "other.py": lines(1) } });
  assert.deepEqual(runs(first, second), { "shop/cart.py": ["tests/test_cart.py", "tests/test_tax.py"] });
});

test("files with a line that nothing ran are known, unless the report has no contexts", () => {
  const files = { "shop/cart.py": lines(1, -2), "shop/tax.py": lines(1) };
  const withContexts = contextRuns([report(files, { "": files })], TRACKED, TESTS, "/w");
  assert.deepEqual([...withContexts.partlyRun], ["shop/cart.py"]);
  assert.deepEqual(contextRuns([report(files, {})], TRACKED, TESTS, "/w"), NO_CONTEXTS);
});
