import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { TestsReport } from "../tests/report.ts";
import { fakeHost, ran } from "../testing.ts";

const JUNIT = '<testsuites><testcase name="a" time="0.5"/><testcase name="b"/></testsuites>';
const TAP = "TAP version 13\nok 1 - a\nnot ok 2 - b\n1..2\n";
const FILES = { "j.xml": JUNIT, "t.tap": TAP, "cut.xml": JUNIT.slice(0, 30), "page.html": "<html></html>", empty: "" };

async function report(folder: string, ...args: readonly string[]): Promise<{ exit: number; document: TestsReport }> {
  const { exit, stdout, stderr } = await ran(fakeHost(folder), "tests", "report", ...args, "--json");
  assert.equal(stderr, "");
  return { exit, document: JSON.parse(stdout) as TestsReport };
}

test("a document of counts and findings, whatever the exit code", async (t) => {
  const folder = scratch(t, FILES);
  const sound = await report(folder, "j.xml");
  assert.equal(sound.exit, 0);
  const { suites, tests, passed, failed, errored, skipped, flaky, durationMs, findings } = sound.document;
  assert.deepEqual(
    { suites, tests, passed, failed, errored, skipped, flaky, durationMs, findings },
    { suites: 0, tests: 2, passed: 2, failed: 0, errored: 0, skipped: 0, flaky: 0, durationMs: 500, findings: [] },
  );
  const told = await report(folder, "j.xml", "t.tap");
  assert.deepEqual([told.exit, told.document.tests, told.document.failed], [1, 2, 1]);
  assert.deepEqual(
    told.document.findings.map(({ code, text }) => `${code}: ${text}`),
    ["contradiction: b is passed in j.xml:1 and failed in t.tap:3"],
  );
});

test("what cannot be read is a finding with its position; nothing readable ends with 3", async (t) => {
  const folder = scratch(t, FILES);
  const some = await report(folder, "j.xml", "cut.xml", "absent.xml");
  assert.equal(some.exit, 1);
  assert.deepEqual(
    some.document.findings.map(({ code, file, position }) => [code, file, position]),
    [
      ["HP-READ-TRUNCATED", "cut.xml", { line: 1, column: 31 }],
      ["HP-READ-ABSENT", "absent.xml", null],
    ],
  );
  const none = await report(folder, "page.html", "empty", ".");
  assert.equal(none.exit, 3);
  assert.deepEqual(
    none.document.findings.map(({ code }) => code),
    ["HP-READ-NOT-THE-FORMAT", "HP-READ-EMPTY", "HP-READ-FAILED"],
  );
});

test("files lie anywhere, are read once, and keep the name that they were called by", async (t) => {
  const folder = scratch(t, { "in/place": "", "out/j.xml": JUNIT });
  const path = join(folder, "out/j.xml");
  symlinkSync(path, join(folder, "in/link.xml"));
  const { exit, document } = await report(join(folder, "in"), path, "../out/j.xml", "link.xml");
  assert.equal(exit, 0);
  assert.deepEqual(
    document.reports.map(({ file }) => file),
    [path, "link.xml"],
  );
});

test("a named format is taken at its word", async (t) => {
  const folder = scratch(t, FILES);
  assert.equal((await report(folder, "t.tap", "--format", "tap")).exit, 1);
  const { exit, document } = await report(folder, "t.tap", "--format", "junit");
  assert.deepEqual([exit, document.findings[0]?.code], [3, "HP-READ-NOT-THE-FORMAT"]);
});

test("flags and files that make no sense are usage errors", async (t) => {
  const folder = scratch(t, FILES);
  for (const args of [["j.xml", "--format", "lcov"], ["j.xml", "--slowest", "many"], []]) {
    const { exit, stderr } = await ran(fakeHost(folder), "tests", "report", ...args);
    assert.equal(exit, 2, args.join(" "));
    assert.match(stderr, /HP-USAGE/);
  }
});

test("a person reads a table, what failed and what is slow", async (t) => {
  const folder = scratch(t, FILES);
  const { exit, stdout } = await ran(fakeHost(folder), "tests", "report", "t.tap", "j.xml", "--slowest", "1");
  assert.equal(exit, 1);
  assert.match(stdout, /^t\.tap {2}tap +unknown {2}2 tests$/m);
  assert.match(stdout, /^ {2}t\.tap:3 failed b$/m);
  assert.match(stdout, /^ {2}500 ms {2}a$/m);
});
