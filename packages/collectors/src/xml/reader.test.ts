import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { xmlEvents } from "./testing.ts";

/** `code line:column` of what a document is refused with. */
function refusal(source: string | Uint8Array, options: Parameters<typeof xmlEvents>[1] = {}): string {
  try {
    xmlEvents(source, options);
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    assert.equal(thrown.place.file, "a.xml");
    return `${thrown.code} ${thrown.place.line}:${thrown.place.column}`;
  }
  return "accepted";
}

test("elements, attributes, text, CDATA, comments and instructions are read", () => {
  const source =
    '\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- c -->\n<!DOCTYPE a SYSTEM "a.dtd">\n' +
    "<a b = 'x\ty' c=\"&lt;&#65;&#x1F600;&quot;\"><?pi data?>t&amp;\r\nu<![CDATA[<&]]>v<b/><é>w</é ></a>\n<!-- d -->";
  assert.deepEqual(xmlEvents(source), [
    'open a b="x y" c="<A😀\\""',
    'text "t&\\nu<&v"',
    "open b",
    "close b",
    "open é",
    'text "w"',
    "close é",
    "close a",
  ]);
});

test("what breaks the grammar is refused with its place", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["<a></b>", "HP-READ-SYNTAX 1:4"],
    ["<a>\n <b></a>", "HP-READ-SYNTAX 2:5"],
    ["<a/><b/>", "HP-READ-SYNTAX 1:5"],
    ["</a>", "HP-READ-SYNTAX 1:1"],
    ["<a/>x", "HP-READ-SYNTAX 1:5"],
    ["<a/><![CDATA[x]]>", "HP-READ-SYNTAX 1:5"],
    ["<a b='1' b='2'/>", "HP-READ-DUPLICATE-KEY 1:10"],
    ["<a b='1'c='2'/>", "HP-READ-SYNTAX 1:9"],
    ["<a b=1/>", "HP-READ-SYNTAX 1:6"],
    ["<a b/>", "HP-READ-SYNTAX 1:5"],
    ["<a b='<'/>", "HP-READ-SYNTAX 1:7"],
    ["<a =''/>", "HP-READ-SYNTAX 1:4"],
    ["<1/>", "HP-READ-SYNTAX 1:2"],
    ["<a×/>", "HP-READ-SYNTAX 1:2"],
    ["<a / >", "HP-READ-SYNTAX 1:5"],
    ["<a></a b>", "HP-READ-SYNTAX 1:8"],
    ["<a>]]></a>", "HP-READ-SYNTAX 1:4"],
    ["<a>\u001b</a>", "HP-READ-SYNTAX 1:4"],
    ["<a>\uffff</a>", "HP-READ-SYNTAX 1:4"],
    ["<a b='\u0001'/>", "HP-READ-SYNTAX 1:7"],
    ["<a><!-- -- --></a>", "HP-READ-SYNTAX 1:11"],
    ["<a><!x></a>", "HP-READ-SYNTAX 1:4"],
    ["<a><?xml version='1.0'?></a>", "HP-READ-SYNTAX 1:4"],
    ["<?xml encoding='utf-8'?><a/>", "HP-READ-SYNTAX 1:6"],
    ["<a>& b</a>", "HP-READ-SYNTAX 1:4"],
    ["<a>&#0;</a>", "HP-READ-SYNTAX 1:4"],
    ["<a>&#xD800;</a>", "HP-READ-SYNTAX 1:4"],
    ["<a/><!DOCTYPE a>", "HP-READ-SYNTAX 1:5"],
  ];
  for (const [source, expected] of cases) assert.equal(refusal(source), expected, source);
});

test("a file that was cut off is told from one that is wrong", () => {
  const whole = '<?xml version="1.0"?><!DOCTYPE a><a b="c"><!-- d --><![CDATA[e]]>f&amp;<?g h?><i/></a>';
  assert.equal(refusal(whole), "accepted");
  for (let end = 1; end < whole.length; end += 1) {
    assert.match(refusal(whole.slice(0, end)), /^HP-READ-TRUNCATED /, whole.slice(0, end));
  }
});

test("entities are never declared, fetched or expanded", () => {
  assert.match(refusal('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), /^HP-READ-ENTITY 1:13/);
  assert.match(refusal('<!DOCTYPE a SYSTEM "x" [<!ENTITY b "c">]><a/>'), /^HP-READ-ENTITY /);
  assert.equal(refusal("<a>&nbsp;</a>"), "HP-READ-ENTITY 1:4");
  assert.equal(refusal("<a b='&b;'/>"), "HP-READ-ENTITY 1:7");
  assert.equal(refusal("<!DOCTYPE a PUBLIC 'b' 'c'><a/>"), "accepted");
});

test("depth and attribute count are bounded", () => {
  assert.equal(refusal("<a>".repeat(20), { depthMax: 10 }), "HP-READ-DEPTH 1:31");
  assert.match(refusal("<a>".repeat(100_000)), /^HP-READ-DEPTH /);
  const many = Array.from({ length: 300 }, (_, index) => ` a${index}=''`).join("");
  assert.match(refusal(`<a${many}/>`), /^HP-READ-TOO-LARGE 1:/);
});

test("what is not XML at all is said to be so", () => {
  assert.equal(refusal("TN:\nSF:a\n"), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.equal(refusal("{}"), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.match(refusal(" \n\t"), /^HP-READ-EMPTY/);
  assert.match(refusal(""), /^HP-READ-EMPTY/);
});

test("runners' raw terminal escapes and `]]>` pass only where they were asked for", () => {
  const source = '<a b="\u001b[31m">\u001b[0m ]]> &#x1b;</a>';
  assert.match(refusal(source), /^HP-READ-SYNTAX /);
  assert.deepEqual(xmlEvents(source, { lenientText: true }), ['open a b="�[31m"', 'text "�[0m ]]> �"', "close a"]);
  assert.equal(refusal("<a>\u0000</a>", { lenientText: true }), "HP-READ-ENCODING 1:4");
});
