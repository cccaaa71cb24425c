import assert from "node:assert/strict";
import { test } from "node:test";
import { XmlReader } from "../../xml/reader.ts";
import type { NunitCase } from "./case.ts";
import { readCase } from "./case.ts";

function read(attributes: string, inner: string = ""): NunitCase {
  const xml = new XmlReader(Buffer.from(`<r>\n<test-case ${attributes}>${inner}</test-case></r>`), { file: "a" });
  xml.next();
  xml.next();
  xml.next();
  return readCase(xml);
}

test("a case of version 3 has its class, a case of version 2 tells it in its name", () => {
  const three = read('name="T(1)" fullname="N.C.T(1)" classname="N.C" result="Passed" duration="0.25"');
  assert.deepEqual(three, {
    result: "passed",
    className: "N.C",
    name: "T(1)",
    status: "passed",
    durationMs: 250,
    message: null,
    line: 2,
  });
  const two = read('name="N.C.T(&quot;a.b&quot;)" result="Success" time="1.5"');
  assert.deepEqual([two.className, two.name, two.durationMs], ["N.C", 'T("a.b")', 1_500]);
  assert.deepEqual([read('name="T" result="Passed"').className, read('name="T" result="Passed"').name], [null, "T"]);
});

test("cases of one fixture with several arguments are told apart by their whole name", () => {
  const of = (argument: string): NunitCase =>
    read(`name="T" fullname="N.C(${argument}).T" classname="N.C" result="Passed"`);
  assert.notEqual(of("1").name, of("2").name);
  assert.deepEqual([of("1").className, of("1").name], ["N.C", "N.C(1).T"]);
  assert.deepEqual([read('name="T" fullname="N.C.T" result="Passed"').className], ["N.C"]);
});

test("a failure's message stands before a reason's, and makes the case fail", () => {
  const inner = "<reason><message>why</message></reason><failure><message>no</message></failure>";
  const both = read('name="T" result="Passed"', inner);
  assert.deepEqual([both.status, both.message], ["failed", "no"]);
  const errored = read('name="T" result="Failed" label="Error"', "<failure><message>no</message></failure>");
  assert.equal(errored.status, "errored");
  assert.equal(read('name="T" result="Skipped"', "<reason><message>why</message></reason>").message, "why");
});

test("explicit and inconclusive are skipped, each in its own count", () => {
  assert.deepEqual([read('name="T" result="Skipped" label="Explicit"').result], ["explicit"]);
  assert.deepEqual([read('name="T" result="Inconclusive"').result], ["inconclusive"]);
  assert.equal(read('name="T" executed="False"').result, "skipped");
  assert.equal(read('name="T" executed="True" success="True"').result, "passed");
});

test("a case without a verdict, a name or a known word is refused", () => {
  for (const attributes of [
    'name="T"',
    'result="Passed"',
    'name="T" result="Nearly"',
    'name="T" result="constructor"',
  ]) {
    assert.throws(() => read(attributes), { code: "HP-READ-SYNTAX", place: { file: "a", line: 2, column: 1 } });
  }
});
