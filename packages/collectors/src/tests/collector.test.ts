import assert from "node:assert/strict";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Collected, SuiteConfig, TestResultsBody } from "@holdpoint/core";
import { canonicalize, sha256Hex } from "@holdpoint/core";
import type { Json } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { collectContext } from "../testing.ts";
import { testResultsCollector } from "./collector.ts";
import { fixture } from "./testing.test.ts";

const suite = (patch: Partial<SuiteConfig> = {}): SuiteConfig => ({
  id: "unit",
  run: null,
  timeoutMs: 1,
  results: ["reports/*.xml"],
  writes: [],
  alone: true,
  judged: true,
  reason: null,
  shard: null,
  ...patch,
});

async function collect(
  root: string,
  ...suites: readonly SuiteConfig[]
): Promise<readonly Collected<TestResultsBody>[]> {
  return (await testResultsCollector.collect(
    collectContext(root, { suites }),
  )) as readonly Collected<TestResultsBody>[];
}

const ONE = '<testsuite name="A" tests="1"><testcase name="one" classname="A"/></testsuite>';
const TWO =
  '<testsuite name="B" tests="2"><testcase name="two" classname="B"><failure message="no"/></testcase></testsuite>';

test("a suite is one piece of evidence out of all its reports, bound to their bytes and times", async (context) => {
  const root = scratch(context, { "reports/b.xml": TWO, "reports/a.xml": ONE });
  utimesSync(join(root, "reports/a.xml"), 1_000, 1_000);
  utimesSync(join(root, "reports/b.xml"), 2_000, 2_000);
  const [collected, ...others] = await collect(root, suite());
  assert.ok(collected && others.length === 0);
  const { body, ...head } = collected;
  assert.deepEqual(head, {
    kind: "test-results",
    provenance: "imported",
    producer: { name: "unknown", version: "unknown" },
    samples: 2,
    startedAtMs: 1_000_000,
    finishedAtMs: 1_000_000,
    inputs: [
      { name: "reports/a.xml", sha256: sha256Hex(ONE) },
      { name: "reports/b.xml", sha256: sha256Hex(TWO) },
    ],
  });
  assert.deepEqual(
    body.cases.map(({ id, status }) => `${id} ${status}`),
    ["A › one passed", "B › two failed"],
  );
  assert.deepEqual(body.mismatches, [
    { report: "reports/b.xml", line: 1, suite: "B", what: "tests", declared: 2, counted: 1 },
  ]);
  assert.deepEqual(
    body.reports.map(({ file, cases }) => [file, cases]),
    [
      ["reports/a.xml", 1],
      ["reports/b.xml", 1],
    ],
  );
  assert.ok(canonicalize(body as unknown as Json).length > 0);
});

test("suites that are not judged or leave no results are left out, and a file is read once", async (context) => {
  const root = scratch(context, { "reports/a.xml": ONE });
  assert.deepEqual(await collect(root, suite({ judged: false }), suite({ results: [] })), []);
  const [twice] = await collect(root, suite({ results: ["reports/*.xml", "**/a.xml"] }));
  assert.equal(twice?.samples, 1);
});

test("a report without any test is 0 samples", async (context) => {
  const root = scratch(context, { "reports/a.xml": "<testsuites/>" });
  assert.equal((await collect(root, suite()))[0]?.samples, 0);
});

test("one bad report, or a glob without a file, is an error of the whole", async (context) => {
  const root = scratch(context, { "reports/a.xml": ONE, "reports/b.xml": ONE.slice(0, 30), "empty/c.xml": "" });
  await assert.rejects(collect(root, suite()), {
    code: "HP-READ-TRUNCATED",
    place: { file: "reports/b.xml", line: 1, column: 31 },
  });
  await assert.rejects(collect(root, suite({ results: ["reports/a.xml", "more/*.xml"] })), { code: "HP-READ-ABSENT" });
  await assert.rejects(collect(root, suite({ results: ["empty/*.xml"] })), { code: "HP-READ-EMPTY" });
});

test("formats are told by content, and one run that is told twice counts once", async (context) => {
  const root = scratch(context, {
    "out/one": '<testsuites><testcase name="a" classname="test"/><testcase name="b" classname="test"/></testsuites>',
    "out/two": "TAP version 13\nok 1 - a\nnot ok 2 - b\n1..2\n",
    "out/three": fixture("trx", "crashed.trx"),
  });
  const [collected] = await collect(root, suite({ results: ["out/*"] }));
  assert.deepEqual(
    collected?.body.reports.map(({ file, format, cases }) => `${file} ${format} ${cases}`),
    ["out/one junit 2", "out/three trx 2", "out/two tap 2"],
  );
  assert.deepEqual(
    collected?.body.cases.map(({ id, status }) => `${status} ${id}`),
    ["passed test › a", "failed test › b", "passed Shop.CartTests › Adds", "errored (run)"],
  );
  assert.deepEqual(collected?.body.contradictions, [
    {
      test: "test › b",
      first: { report: "out/one", line: 1, status: "passed" },
      second: { report: "out/two", line: 3, status: "failed" },
    },
  ]);
  assert.equal(collected?.samples, 4);
});

test("a file of no known format is an error of the whole suite", async (context) => {
  const root = scratch(context, { "reports/a.xml": ONE, "reports/b.xml": "<html/>" });
  await assert.rejects(collect(root, suite()), {
    code: "HP-READ-NOT-THE-FORMAT",
    place: { file: "reports/b.xml", line: 1, column: 1 },
  });
});
