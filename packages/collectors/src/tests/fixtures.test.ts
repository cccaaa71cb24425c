import assert from "node:assert/strict";
import { test } from "node:test";
import { TEST_FORMATS } from "@holdpoint/core";
import { testFormatOf } from "./formats.ts";
import { FIXTURES, fixture, mismatchesOf, readAs, verdicts } from "./testing.test.ts";

/** `dialect suites passed/failed/errored/skipped flaky mismatches`, for what is not JUnit. */
const EXPECTED: Readonly<Record<string, string>> = {
  "tap/bail-out.tap": "unknown 0 1/0/1/0 0 0",
  "tap/node-tap.tap": "tap 2 2/0/0/1 0 0",
  "tap/node-test.tap": "node:test 3 4/4/0/3 0 0",
  "tap/perl.tap": "unknown 2 4/2/0/4 0 0",
  "ctrf/ctrf-0.json": "jest 2 1/1/0/0 0 0",
  "ctrf/ctrf-1.json": "playwright 4 2/1/1/2 1 0",
  "go-test/go-1.19.jsonl": "go 4 5/4/2/1 0 0",
  "go-test/go-1.24.jsonl": "go 2 2/0/1/0 1 0",
  "trx/crashed.trx": "vstest 1 1/0/1/0 0 0",
  "trx/vstest.trx": "vstest 2 2/2/0/1 0 0",
  "node-test/node-24.jsonl": "node:test 3 4/4/0/3 0 0",
  "xunit/xunit-2.xml": "xunit.net 2 2/1/1/1 0 0",
  "xunit/xunit-3.xml": "xunit.net 1 1/0/0/1 0 0",
  "nunit/nunit-2.xml": "nunit2 2 2/1/1/1 0 0",
  "nunit/nunit-3.xml": "nunit3 3 3/1/2/2 0 0",
};

test("every report is told by its beginning and counted as its runner meant it", () => {
  const found: Record<string, string> = {};
  for (const { format, name, bytes } of FIXTURES) {
    assert.equal(testFormatOf(bytes, name).format, format, name);
    if (format === "junit") continue;
    const read = readAs(format, bytes);
    const count = (status: string): number => read.cases.filter((one) => one.status === status).length;
    const statuses = ["passed", "failed", "errored", "skipped"].map(count).join("/");
    const flaky = read.cases.filter((one) => one.flaky).length;
    const { dialect, suites } = read.report;
    found[`${format}/${name}`] = `${dialect} ${suites} ${statuses} ${flaky} ${read.mismatches.length}`;
    assert.equal(read.report.cases, read.cases.length, name);
  }
  assert.deepEqual(found, EXPECTED);
  assert.deepEqual([...new Set(FIXTURES.map(({ format }) => format))], TEST_FORMATS);
});

test("names hold nothing of the machine, and are unique in each report", () => {
  for (const { format, name, bytes } of FIXTURES.filter((one) => one.format !== "junit")) {
    const { cases } = readAs(format, bytes);
    const ids = cases.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, name);
    assert.ok(!ids.some((id) => id.includes("/build/project")), name);
    assert.ok(!cases.some(({ file }) => file?.startsWith("/") === true), name);
    assert.ok(
      cases.every(({ line }) => line >= 1),
      name,
    );
  }
});

test("three reporters of one run say the same of its tests", () => {
  const tap = verdicts(readAs("tap", fixture("tap", "node-test.tap")));
  const events = verdicts(readAs("node-test", fixture("node-test", "node-24.jsonl")));
  assert.deepEqual(
    events.map((one) => one.replace(/ [ab]\.test\.mjs › /, " ").replace("\n", "\\n")),
    tap,
  );
});

test("a total that was changed is found in every format that declares any", () => {
  const changed: readonly (readonly [string, string, RegExp, string, string])[] = [
    ["tap", "perl.tap", /1\.\.9/, "1..10", "18  tests 10≠9"],
    ["tap", "node-test.tap", /# pass 4/, "# pass 5", "passed 5≠4"],
    ["ctrf", "ctrf-1.json", /"tests": 6/, '"tests": 7', "1  tests 7≠6"],
    ["ctrf", "ctrf-1.json", /"passed": 2/, '"passed": 3', "1  passed 3≠2"],
    ["trx", "vstest.trx", /total="6"/, 'total="7"', "tests 7≠"],
    ["node-test", "node-24.jsonl", /"count":9/, '"count":8', "tests 8≠9"],
    ["node-test", "node-24.jsonl", /"failed":5/, '"failed":4', "failures 4≠5"],
    ["xunit", "xunit-2.xml", /total="3" passed="1"/, 'total="3" passed="2"', "passed 2≠1"],
    ["nunit", "nunit-3.xml", /total="7" passed="2"/, 'total="7" passed="3"', "passed 3≠2"],
    ["nunit", "nunit-2.xml", /failures="1"/, 'failures="0"', "failures 0≠1"],
  ];
  for (const [format, name, from, to, expected] of changed) {
    const one = FIXTURES.find((each) => each.format === format && each.name === name);
    assert.ok(one);
    const source = one.bytes.toString("utf8");
    const harmed = source.replace(from, to);
    assert.notEqual(harmed, source, name);
    const found = mismatchesOf(readAs(one.format, harmed)).join("; ");
    assert.ok(found.includes(expected), `${name}: ${found}`);
  }
});
