import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { Remarks } from "../remarks.ts";
import { XmlFields } from "./fields.ts";
import { XmlScanner } from "./scanner.ts";

const WORDS = ["x", "y"];
const X = 0;
const Y = 1;

/** What is read of the attributes of one tag. */
function read<Value>(attributes: string, what: (fields: XmlFields, remarks: Remarks) => Value): Value | string {
  const remarks = new Remarks("a.xml");
  let value: Value | string = "nothing";
  const scanner = new XmlScanner({
    file: "a.xml",
    words: WORDS,
    handler: {
      open() {
        value = what(new XmlFields(scanner.tag, WORDS, remarks), remarks);
      },
      close() {},
    },
  });
  try {
    scanner.push(Buffer.from(`<t ${attributes}/>`));
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    return `${thrown.code} ${thrown.place.line}:${thrown.place.column} ${thrown.message}`;
  }
  return value;
}

test("lines are numbers from 1", () => {
  assert.equal(
    read('x="17"', (fields) => fields.line(X)),
    17,
  );
  assert.match(`${read('x="0"', (fields) => fields.line(X))}`, /^HP-READ-SYNTAX 1:7 .*a line's number/);
  assert.match(`${read('x="x"', (fields) => fields.line(X))}`, /^HP-READ-SYNTAX 1:7 .*x must be digits/);
  assert.match(`${read('x=""', (fields) => fields.line(X))}`, /^HP-READ-SYNTAX 1:7 .*x is empty/);
  assert.match(`${read('y="1"', (fields) => fields.line(X))}`, /^HP-READ-SYNTAX 1:1 .*the attribute x is missing/);
});

test("hits are as many as fit into 64 bits", () => {
  const hits = (value: string): unknown =>
    read(`x="${value}"`, (fields, remarks) => [fields.hits(X), remarks.finish().map(({ code }) => code)]);
  assert.deepEqual(hits("007"), [7, []]);
  assert.deepEqual(hits("18446744073709551615"), [HITS_MAX, []]);
  assert.deepEqual(hits("18446744073709559999"), [HITS_MAX, ["hits-saturated"]]);
  assert.deepEqual(hits("9".repeat(1_000)), [HITS_MAX, ["hits-saturated"]]);
});

test("counts are bounded, and those that may be missing are null", () => {
  assert.equal(
    read('x="3"', (fields) => fields.optionalCount(X)),
    3,
  );
  assert.equal(
    read('x="3"', (fields) => fields.optionalCount(Y)),
    null,
  );
  assert.match(`${read(`x="${"9".repeat(15)}"`, (fields) => fields.count(X))}`, /no report holds so many/);
  assert.match(`${read('x="1e3"', (fields) => fields.optionalCount(X))}`, /x must be digits/);
});

test("texts are decoded, not blank where they are needed, and not endless", () => {
  assert.equal(
    read("x='a &amp; b'", (fields) => fields.needText(X)),
    "a & b",
  );
  assert.equal(
    read("x=''", (fields) => fields.text(X)),
    "",
  );
  assert.equal(
    read("", (fields) => fields.text(X)),
    null,
  );
  assert.match(
    read("x='&#32; '", (fields) => fields.needText(X)),
    /^HP-READ-SYNTAX 1:7 .*x is empty/,
  );
  assert.match(
    read("", (fields) => fields.needText(X)),
    /the attribute x is missing/,
  );
  const long = read(`x='${"a".repeat(70_000)}'`, (fields) => fields.text(X));
  assert.match(`${long}`, /^HP-READ-TOO-LARGE 1:7 /);
});
