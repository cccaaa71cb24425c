import assert from "node:assert/strict";
import { test } from "node:test";
import { XmlReader } from "../../xml/reader.ts";
import { declaredTotals } from "./declared.ts";
import { readCase } from "./read-case.ts";
import { SignCollector } from "./signs.ts";
import { skipElement } from "./skip-element.ts";

function at(source: string): XmlReader {
  const xml = new XmlReader(Buffer.from(source), { file: "a.xml", lenientText: true });
  xml.next();
  return xml;
}

test("declared totals go by several names, and silence is not zero", () => {
  assert.deepEqual(declaredTotals(at('<testsuite tests="3" skips="1" errors=""/>')), {
    tests: 3,
    failures: null,
    errors: null,
    skipped: 1,
    disabled: null,
  });
  assert.equal(declaredTotals(at('<a tests="12,345"/>')).tests, 12_345);
  for (const text of ["1.5", "-1", "x", "0x1", "1e3", "9".repeat(16), "1,2"]) {
    assert.throws(() => declaredTotals(at(`<a tests="${text}"/>`)), { code: "HP-READ-SYNTAX" }, text);
  }
});

test("an element is stepped over to its end, with the beginning of its text", () => {
  const xml = at("<r><a>x<b>y</b><![CDATA[z]]></a><c/></r>");
  xml.next();
  assert.equal(skipElement(xml, 100), "xyz");
  assert.deepEqual([xml.next(), xml.name], ["open", "c"]);
  assert.equal(skipElement(xml), "");
  assert.equal(xml.next(), "close");
});

test("a result inside of something that is stepped over is not overlooked", () => {
  for (const name of ["testcase", "testsuite", "failure", "error", "skipped"]) {
    assert.throws(() => skipElement(at(`<a><b><${name}/></b></a>`)), {
      code: "HP-READ-SYNTAX",
      message: `<${name}> inside <a>`,
    });
  }
});

test("a case has its place, its message and what it adds to its suite", () => {
  const { tally, ...listed } = readCase(
    at('<testcase name="n" class="C" file="f" time="1.5"><error>why</error></testcase>'),
  );
  assert.deepEqual(listed, {
    name: "n",
    className: "C",
    file: "f",
    line: 1,
    status: "errored",
    durationMs: 1_500,
    flaky: false,
    message: "why",
  });
  assert.deepEqual(tally, { tests: 1, failures: 0, errors: 1, skipped: 0, notRun: 0 });
});

test("the first failure's message stands, before that of a skip or an earlier attempt", () => {
  const message = (inner: string): string | null => readCase(at(`<testcase name="n">${inner}</testcase>`)).message;
  assert.equal(message('<failure message="1"/><failure message="2"/>'), "1");
  assert.equal(message('<skipped message="s"/><failure message="f"/>'), "f");
  assert.equal(message('<failure message="f"/><skipped message="s"/>'), "f");
  assert.equal(message('<failure/><error message="e"/>'), "e");
  assert.equal(message("<flakyFailure><stackTrace>at x</stackTrace></flakyFailure>"), "at x");
  assert.equal(message('<failure message="  "> inside </failure>'), "inside");
  assert.equal(message("<system-out>noise</system-out>"), null);
});

test("signs are those of the first of each kind", () => {
  const signs = new SignCollector();
  const xml = at(
    '<testsuites a="1"><testsuite name="s" package="p"><properties>' +
      '<property name="seed" value="1"/></properties></testsuite></testsuites>',
  );
  signs.suite(xml);
  xml.next();
  signs.suite(xml);
  xml.next();
  signs.readProperties(xml);
  signs.suite(at('<testsuite name="later" b=""/>'));
  signs.testCase(at('<testcase classname="C" name="n"/>'));
  signs.testCase(at("<testcase/>"));
  const { properties, ...rest } = signs.signs();
  assert.deepEqual([...properties], ["seed"]);
  assert.deepEqual(rest, {
    root: "testsuites",
    rootName: null,
    rootAttributes: ["a"],
    suiteName: "s",
    suitePackage: "p",
    suiteAttributes: ["name", "package"],
    caseAttributes: ["classname", "name"],
    caseClass: "C",
  });
});
