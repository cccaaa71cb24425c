import assert from "node:assert/strict";
import { test } from "node:test";
import { FIXTURES, refusal } from "./testing.test.ts";

const XML = FIXTURES.filter(({ bytes }) => bytes.toString("utf8").trimStart().startsWith("<"));

test("whatever follows behind the end of an XML report is refused, but for white space and comments", () => {
  assert.ok(XML.length > 15);
  for (const { format, name, bytes } of XML) {
    const behind = (more: string): string => refusal(format, Buffer.concat([bytes, Buffer.from(more)]));
    assert.equal(behind("\n\n"), "accepted", name);
    assert.equal(behind("<!-- bye -->"), "accepted", name);
    assert.match(behind("<more/>"), /^HP-READ-SYNTAX/, name);
    assert.match(behind("text"), /^HP-READ-SYNTAX/, name);
    assert.match(behind("<!-- never ends"), /^HP-READ-TRUNCATED/, name);
  }
});

test("entities are refused in every XML format", () => {
  for (const { format, name, bytes } of XML) {
    const text = bytes.toString("utf8").replace(/^\ufeff?<\?xml[^>]*\?>\s*/, "");
    assert.match(refusal(format, `<!DOCTYPE a [<!ENTITY b "c">]>${text}`), /^HP-READ-ENTITY 1:/, name);
    assert.match(refusal(format, text.replace(/name="/, 'name="&lol;')), /^HP-READ-ENTITY/, name);
  }
});

test("line breaks of Windows make no difference", () => {
  for (const { format, name, bytes } of FIXTURES) {
    const windows = bytes.toString("utf8").replaceAll(/\r?\n/g, "\r\n");
    assert.equal(refusal(format, windows), "accepted", name);
  }
});

test("bytes that are no UTF-8 are refused with their place", () => {
  for (const { format, name, bytes } of FIXTURES) {
    const broken = Buffer.concat([bytes.subarray(0, bytes.length - 1), Buffer.from([0xff])]);
    assert.match(refusal(format, broken), /^HP-READ-ENCODING \d+:\d+$/, name);
  }
});

test("a NUL makes a text a binary file", () => {
  for (const { format, name, bytes } of FIXTURES) {
    assert.match(refusal(format, Buffer.concat([bytes, Buffer.from([0])])), /^HP-READ-(?:ENCODING|SYNTAX)/, name);
  }
});
