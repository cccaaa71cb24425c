import assert from "node:assert/strict";
import { test } from "node:test";
import { mismatchesOf, readAs, refusal, verdicts } from "../testing.test.ts";

const three = (inner: string, attributes: string = ""): string => `<test-run${attributes}>${inner}</test-run>`;
const suite = (inner: string, attributes: string = ""): string =>
  `<test-suite name="C" fullname="N.C"${attributes}>${inner}</test-suite>`;
const one = (attributes: string, inner: string = ""): string =>
  `<test-case name="T" fullname="N.C.T" classname="N.C" ${attributes}>${inner}</test-case>`;
const two = (inner: string, attributes: string = ""): string => `<test-results${attributes}>${inner}</test-results>`;
const read = (source: string): readonly string[] => verdicts(readAs("nunit", source));

test("results of both versions are mapped, with the label of the third", () => {
  const cases: Readonly<Record<string, string>> = {
    'result="Passed"': "passed",
    'result="Warning"': "passed",
    'result="Failed"': "failed",
    'result="Failed" label="Error"': "errored",
    'result="Failed" label="Invalid"': "errored",
    'result="Skipped" label="Ignored"': "skipped",
    'result="Skipped" label="Explicit"': "skipped",
    'result="Inconclusive"': "skipped",
    'result="Success"': "passed",
    'result="Failure"': "failed",
    'result="Error"': "errored",
    'result="NotRunnable"': "errored",
    'executed="False"': "skipped",
    'success="False"': "failed",
  };
  for (const [attributes, expected] of Object.entries(cases)) {
    assert.deepEqual(read(three(one(attributes))), [`${expected} N.C › T`], attributes);
  }
  const inner = "<failure><message>no</message></failure>";
  assert.deepEqual(read(three(one('result="Passed"', inner))), ["failed N.C › T"]);
});

test("a suite that broke outside of its cases is one itself, but not what only holds it", () => {
  const passed = one('result="Passed"');
  const inner = suite(passed, ' result="Failed" site="TearDown"');
  assert.deepEqual(read(three(suite(inner, ' result="Failed" site="Child"'))), [
    "passed N.C › T",
    "errored N.C › (suite)",
  ]);
  const empty = suite("<reason><message>not loaded</message></reason>", ' result="Failed" label="Invalid"');
  const found = readAs("nunit", three(suite(empty, ' result="Failed"')));
  assert.deepEqual(verdicts(found), ["errored N.C › (suite)"]);
  assert.equal(found.cases[0]?.message, "not loaded");
  assert.deepEqual(read(three(suite(one('result="Failed"'), ' result="Failed"'))), ["failed N.C › T"]);
  assert.deepEqual(read(two(suite(`<results>${passed}</results>`, ' result="Failure"'))), [
    "passed N.C › T",
    "errored N.C › (suite)",
  ]);
});

test("totals of version 3 are compared at every suite", () => {
  const found = (attributes: string, inner: string): readonly string[] =>
    mismatchesOf(readAs("nunit", three(suite(inner, attributes))));
  const explicit = one('result="Passed"') + one('result="Skipped" label="Explicit"');
  assert.deepEqual(found(' total="1" passed="1" skipped="0"', explicit), []);
  assert.deepEqual(found(' total="2" passed="1" skipped="1"', explicit), []);
  assert.deepEqual(found(' total="3" passed="1" skipped="1"', explicit), ["1 N.C tests 3≠2"]);
  assert.deepEqual(found(' total="1" passed="0" failed="1"', one('result="Failed" label="Error"')), []);
});

test("totals of version 2 are of what was run", () => {
  const inner = one('result="Success"') + one('executed="False"') + one('result="Error"');
  const found = (attributes: string): readonly string[] => mismatchesOf(readAs("nunit", two(inner, attributes)));
  assert.deepEqual(found(' total="2" errors="1" failures="0" not-run="1"'), []);
  assert.deepEqual(found(' total="3" errors="1" failures="0" not-run="1"'), []);
  assert.deepEqual(found(' total="2" errors="0" failures="0" not-run="1"'), ["1  errors 0≠1"]);
});

test("what might be an unknown word for a failure is refused, and a verdict must stand in its place", () => {
  assert.match(refusal("nunit", three(one('result="Odd"'))), /^HP-READ-SYNTAX/);
  assert.match(refusal("nunit", three(one(""))), /^HP-READ-SYNTAX/);
  assert.match(refusal("nunit", three('<test-case result="Passed"/>')), /^HP-READ-SYNTAX/);
  assert.match(refusal("nunit", three(`<hidden>${one('result="Failed"')}</hidden>`)), /^HP-READ-SYNTAX/);
  assert.match(refusal("nunit", three(suite(`<failure>${one('result="Failed"')}</failure>`))), /^HP-READ-SYNTAX/);
  assert.match(refusal("nunit", three("", ' total="-1"')), /^HP-READ-SYNTAX/);
});
