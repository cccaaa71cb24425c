import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import type { ReadTests } from "../read-report.ts";
import { readJunit } from "./read.ts";

const read = (source: string): ReadTests => readJunit(Buffer.from(source), { file: "a.xml", root: "/w" });
const statuses = (source: string): string =>
  read(source)
    .cases.map(({ status }) => status)
    .join();
const inCase = (inner: string, attributes = ""): string =>
  `<testsuite><testcase name="t"${attributes}>${inner}</testcase></testsuite>`;
const mismatches = (source: string): string[] =>
  read(source).mismatches.map(
    ({ line, suite, what, declared, counted }) => `${line} ${suite} ${what} ${declared}≠${counted}`,
  );

function refusal(source: string): string {
  try {
    read(source);
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    return `${thrown.code} ${thrown.place.file}:${thrown.place.line}:${thrown.place.column}`;
  }
  return "accepted";
}

test("a case is as bad as the worst that it carries", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["", "", "passed"],
    ["<skipped/>", "", "skipped"],
    ["<disabled/>", "", "skipped"],
    ["<failure/><skipped/>", "", "failed"],
    ['<skipped type="todo"/><failure/>', "", "skipped"],
    ["<skipped/><failure/>", "", "failed"],
    ["<failure/><error/>", "", "errored"],
    ["<warning/>", "", "failed"],
    ["<flakyFailure/>", "", "passed"],
    ["<failure/><rerunFailure/>", "", "failed"],
    ["", ' status="fail"', "failed"],
    ["", ' status="notrun"', "skipped"],
    ["", ' status="run" result="suppressed"', "skipped"],
    ["", ' status="PASSED" result="error"', "errored"],
    ["<skipped/>", ' status="failed"', "failed"],
  ];
  for (const [inner, attributes, status] of cases)
    assert.equal(statuses(inCase(inner, attributes)), status, inner + attributes);
});

test("a case is flaky only when it passed in the end", () => {
  assert.equal(read(inCase("<flakyError message='m'/>")).cases[0]?.flaky, true);
  assert.equal(read(inCase("<flakyError/><failure/>")).cases[0]?.flaky, false);
});

test("what might be an unknown word for failure is refused, not passed over", () => {
  assert.equal(refusal(inCase("<failed/>")), "HP-READ-SYNTAX a.xml:1:31");
  assert.equal(refusal(inCase("", ' status="kaputt"')), "HP-READ-SYNTAX a.xml:1:12");
  assert.match(refusal(inCase("<system-out><failure/></system-out>")), /^HP-READ-SYNTAX/);
  assert.match(refusal("<testsuite><wrap><testcase name='a'/></wrap></testsuite>"), /^HP-READ-SYNTAX/);
  assert.match(refusal("<testsuite><testcase/></testsuite>"), /^HP-READ-SYNTAX/);
  assert.match(refusal("<testsuite tests='many'/>"), /^HP-READ-SYNTAX/);
  assert.match(refusal("<testsuite tests='-1'/>"), /^HP-READ-SYNTAX/);
  assert.match(refusal(inCase("<testcase name='inner'/>")), /^HP-READ-SYNTAX/);
});

test("a failure outside of any case is not lost", () => {
  const { cases } = read("<testsuite name='s' errors='1'><error message='does not load'/></testsuite>");
  assert.deepEqual(
    cases.map(({ id, status, message }) => [id, status, message]),
    [["s › (suite)", "errored", "does not load"]],
  );
});

test("other formats are told apart", () => {
  assert.equal(refusal("<!DOCTYPE html>\n<html><body>502</body></html>"), "HP-READ-NOT-THE-FORMAT a.xml:2:1");
  assert.equal(refusal("<coverage/>"), "HP-READ-NOT-THE-FORMAT a.xml:1:1");
  assert.equal(refusal("TAP version 13"), "HP-READ-NOT-THE-FORMAT a.xml:1:1");
});

test("an empty report is zero cases, never a pass", () => {
  assert.deepEqual(read("<testsuites/>").cases, []);
  assert.deepEqual(read("<testsuites/>").report, {
    file: "a.xml",
    format: "junit",
    dialect: "unknown",
    suites: 0,
    cases: 0,
  });
});

test("declared totals may be a suite's own or all below it, but must be one of the two", () => {
  const nested = (outer: string): string => `<testsuites><testsuite name="o" ${outer}><testcase name="a"/>
 <testsuite name="i" tests="2" failures="1"><testcase name="b"/><testcase name="c"><failure/></testcase></testsuite>
</testsuite></testsuites>`;
  assert.deepEqual(mismatches(nested('tests="1" failures="0"')), []);
  assert.deepEqual(mismatches(nested('tests="3" failures="1"')), []);
  assert.deepEqual(mismatches(nested("")), []);
  assert.deepEqual(mismatches(nested('tests="1" failures="1" errors="0"')), ["1 o tests 1≠3"]);
  assert.deepEqual(
    mismatches(nested('tests="4" failures="0" errors="2" skipped="1"').replace('"i" tests="2"', '"i" tests="1"')),
    ["1 o tests 4≠1", "1 o errors 2≠0", "1 o skipped 1≠0", "2 i tests 1≠2"],
  );
  assert.deepEqual(mismatches('<testsuites tests="1,234"><testsuite name="s"/></testsuites>'), ["1  tests 1234≠0"]);
});

test("cases that were switched off may be declared as skipped, as disabled or not at all", () => {
  const suite = (totals: string): string =>
    `<testsuite name="s" ${totals}><testcase name="a" status="disabled"/>` +
    '<testcase name="b"><skipped/></testcase></testsuite>';
  for (const totals of ['skipped="1" disabled="1"', 'skipped="2"', 'skipped="1"', 'skips="2"']) {
    assert.deepEqual(mismatches(suite(totals)), [], totals);
  }
  assert.deepEqual(mismatches(suite('skipped="0"')), ["1 s skipped 0≠1"]);
});

test("messages are bounded and never end in half a character", () => {
  const { cases } = read(inCase(`<failure>${"x".repeat(1999)}😀${"&amp;".repeat(9_000)}</failure>`));
  assert.equal(cases[0]?.message, "x".repeat(1999));
  const attribute = read(inCase(`<failure message="${"é".repeat(5_000)}"/>`)).cases[0]?.message;
  assert.equal(attribute?.length, 2_000);
});
