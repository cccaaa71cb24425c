import assert from "node:assert/strict";
import { test } from "node:test";
import { existingReports } from "./existing-reports.ts";
import { repositoryOf } from "./fixture.ts";

const JUNIT = '<?xml version="1.0"?>\n<testsuites><testsuite name="a" tests="1"/></testsuites>';

test("JUnit XML is known by what is in it, not by its name", () => {
  const { suite } = existingReports(
    repositoryOf(
      { "pom.xml": "<project/>", "data/testsuite.xml": "<data>testsuite</data>" },
      { "out/a.xml": JUNIT, "out/b.xml": '<testsuite name="b">', "other/c.xml": JUNIT, "top.xml": JUNIT },
    ),
  );
  assert.deepEqual(suite?.results, ["other/*.xml", "out/*.xml", "top.xml"]);
  assert.deepEqual([suite?.id, suite?.run], ["imported", null]);
});

test("a document that speaks of a suite far below its beginning is none", () => {
  const { suite } = existingReports(repositoryOf({ "a.xml": `<x>${" ".repeat(5_000)}<testsuite/></x>` }));
  assert.equal(suite, null);
});

test("coverage reports by their usual names", () => {
  const { coverage } = existingReports(
    repositoryOf(
      {},
      {
        "coverage/lcov.info": "TN:",
        "x/unit.lcov": "TN:",
        "coverage/coverage-final.json": "{}",
        "coverage/other.json": "{}",
      },
    ),
  );
  assert.deepEqual(coverage, [
    { id: "lcov", format: "lcov", files: ["coverage/lcov.info", "x/unit.lcov"] },
    { id: "istanbul", format: "istanbul", files: ["coverage/coverage-final.json"] },
  ]);
});

test("reports that GitLab jobs name, one or several", () => {
  const yaml = `
default: { image: x }
a: { artifacts: { reports: { junit: one.xml } } }
b: { artifacts: { reports: { junit: [./two/*.xml, 3] } } }
c: { artifacts: { paths: [x] } }
d: text
`;
  assert.deepEqual(existingReports(repositoryOf({ ".gitlab-ci.yml": yaml })).suite?.results, ["one.xml", "two/*.xml"]);
});

test("results of every format are found by what is in them, with no other file among them", () => {
  const events = '{"Action":"pass","Package":"p"}\n';
  const ctrf = '{"results":{"tool":{"name":"t"},"summary":{},"tests":[]}}';
  const { suite } = existingReports(
    repositoryOf(
      {},
      {
        "out/a.trx": "<TestRun/>",
        "out/b.tap": "TAP version 14\n1..0\n",
        "out/test-results.jsonl": events,
        "out/go.jsonl": '{"level":30}\n',
        "ctrf/report.json": ctrf,
        "data/rows.json": ctrf,
        "nunit/a.xml": "<test-run/>",
        "xunit/a.xml": "<assemblies/>",
        "xunit/coverage.xml": "<coverage/>",
      },
    ),
  );
  assert.deepEqual(suite?.results, [
    "ctrf/*.json",
    "nunit/*.xml",
    "out/*.tap",
    "out/*.trx",
    "out/test-results.jsonl",
    "xunit/a.xml",
  ]);
});

test("a GitLab file that cannot be read names nothing", () => {
  for (const yaml of ["a: [", "- 1", "", "a: !reference [b, c]"]) {
    assert.equal(existingReports(repositoryOf({ ".gitlab-ci.yml": yaml })).suite, null, yaml);
  }
});

test("thousands of folders make a bounded list", () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`out/${index}/a.xml`, JUNIT]));
  assert.equal(existingReports(repositoryOf({}, files)).suite?.results.length, 20);
});
