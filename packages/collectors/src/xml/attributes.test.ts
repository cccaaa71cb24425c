import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { XML_ATTRIBUTES_MAX, XML_VALUE_SIZE_BYTES_MAX } from "../reading/limits.ts";
import { XmlAttributes } from "./attributes.ts";
import { XmlNames } from "./names.ts";

/** Reads from behind an element's name; the names with their values, or the refusal. */
function read(text: string, lenient: boolean = false): string {
  const document = { bytes: Buffer.from(text), file: "a.xml" };
  const attributes = new XmlAttributes(document, new XmlNames(document), lenient);
  try {
    const end = attributes.read(0);
    const all = Array.from(
      { length: attributes.count },
      (_, index) => `${attributes.nameAt(index)}=${JSON.stringify(attributes.valueAt(index))}`,
    );
    return [...all, `@${end}`].join(" ");
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    return `${thrown.code} ${thrown.place.column}`;
  }
}

test("attributes are read up to the end of the tag", () => {
  assert.equal(read(">"), "@0");
  assert.equal(read("  />"), "@2");
  assert.equal(read(" a='1'>"), 'a="1" @6');
  assert.equal(read("\n\ta = \"1\"\r\n b='' />"), 'a="1" b="" @17');
  assert.equal(read(" é='é' xml:lang='en'>"), 'é="é" xml:lang="en" @22');
});

test("values lose their white space's kind, keep the other quote, and are decoded once", () => {
  assert.equal(read(" a='x\r\ny\tz'>"), 'a="x y z" @11');
  assert.equal(read(" a='\"'>"), 'a="\\"" @6');
  assert.equal(read(" a='&amp;lt;&#10;'>"), 'a="&lt;\\n" @18');
  assert.equal(read(" a='x > y'>"), 'a="x > y" @10');
});

test("what an attribute may not be is refused with its column", () => {
  const cases: Readonly<Record<string, string>> = {
    "a='1'>": "HP-READ-SYNTAX 1",
    " a='1'b='2'>": "HP-READ-SYNTAX 7",
    " a>": "HP-READ-SYNTAX 3",
    " a=>": "HP-READ-SYNTAX 4",
    " a=1>": "HP-READ-SYNTAX 4",
    " ='1'>": "HP-READ-SYNTAX 2",
    " 1='1'>": "HP-READ-SYNTAX 2",
    " a='<'>": "HP-READ-SYNTAX 5",
    " a='&'>": "HP-READ-SYNTAX 5",
    " a='&x;'>": "HP-READ-ENTITY 5",
    " a='\u0001'>": "HP-READ-SYNTAX 5",
    " a='\uffff'>": "HP-READ-SYNTAX 5",
    " a='1' a='1'>": "HP-READ-DUPLICATE-KEY 8",
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(read(text), expected, text);
});

test("a tag that was cut off is told from one that is wrong", () => {
  const whole = " ab = 'c&amp;d' e=\"f\" >";
  for (let end = 0; end < whole.length - 1; end += 1) assert.match(read(whole.slice(0, end)), /^HP-READ-TRUNCATED /);
  assert.match(read(whole), /@22$/);
});

test("number and size are bounded, and the bounds themselves are allowed", () => {
  const many = (count: number): string => `${Array.from({ length: count }, (_, index) => ` a${index}=''`).join("")}>`;
  assert.match(read(many(XML_ATTRIBUTES_MAX)), /@/);
  assert.match(read(many(XML_ATTRIBUTES_MAX + 1)), /^HP-READ-TOO-LARGE /);
  assert.match(read(` a='${"x".repeat(XML_VALUE_SIZE_BYTES_MAX + 1)}'>`), /^HP-READ-TOO-LARGE 5/);
  assert.match(read(` a='${"x".repeat(XML_VALUE_SIZE_BYTES_MAX)}'>`), /@/);
});

test("a lenient reader replaces control characters", () => {
  assert.equal(read(" a='\u001b[1m&#27;'>", true), 'a="\ufffd[1m\ufffd" @14');
  assert.equal(read(" a='\u001b'>"), "HP-READ-SYNTAX 5");
});
