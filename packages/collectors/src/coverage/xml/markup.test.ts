import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { skipMarkup } from "./markup.ts";
import { CUT, referenceEnd } from "./reference.ts";
import { readText } from "./text.ts";
import { XmlWindow } from "./window.ts";

function windowOf(source: string): XmlWindow {
  const window = new XmlWindow("a.xml");
  window.append(Buffer.from(source));
  window.begin(0);
  return window;
}

function attempt(what: () => string): string {
  try {
    return what();
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    return `${thrown.code.replace("HP-READ-", "")} ${thrown.place.line}:${thrown.place.column}`;
  }
}

const FIRST = { isFirst: true, isInside: false, mayDeclare: true };
const INSIDE = { isFirst: false, isInside: true, mayDeclare: false };

const markup = (source: string, place = FIRST): string =>
  attempt(() => {
    const found = skipMarkup(windowOf(source), 0, place);
    return found === null ? "cut" : `${found.kind} ${found.end} ${found.text()}`;
  });

test("markup is told by its kind, with where it ends", () => {
  assert.equal(markup("<!-- a > b -->c"), "comment 14  a > b ");
  assert.equal(markup("<!---->"), "comment 7 ");
  assert.equal(markup("<![CDATA[a]]b]]>c", INSIDE), "cdata 16 a]]b");
  assert.equal(markup("<?php a?>c"), "instruction 9  a");
  assert.equal(markup("<?a?>c"), "instruction 5 ");
  assert.match(markup("<?xml version='1.0' encoding='utf8'?>"), /^declaration 37 /);
  assert.match(markup('<!DOCTYPE a SYSTEM "b>[c">d'), /^doctype 26 /);
  assert.match(markup(`<!DOCTYPE a PUBLIC 'b"' "c'" >`), /^doctype 30 /);
});

test("markup that is cut off anywhere is waited for", () => {
  const sources = [
    "<!-- a -->",
    "<?a b?>",
    "<?xml version='1.0'?>",
    '<!DOCTYPE a SYSTEM "b>[c" >',
    "<!DOCTYPE a PUBLIC '>' \"[\">",
  ];
  for (const source of sources) {
    for (let end = 2; end < source.length; end += 1) assert.equal(markup(source.slice(0, end)), "cut", source);
    assert.notEqual(markup(source), "cut");
  }
  for (let end = 2; end < 14; end += 1) assert.equal(markup("<![CDATA[ab]]>".slice(0, end), INSIDE), "cut");
});

test("markup that is none is refused", () => {
  const cases: readonly (readonly [string, string, typeof FIRST])[] = [
    ["<!x>", "SYNTAX 1:1", FIRST],
    ["<!ELEMENT a>", "SYNTAX 1:1", FIRST],
    ["<!-- a\n--- b -->", "SYNTAX 2:1", FIRST],
    ["<!--\u0001-->", "SYNTAX 1:5", FIRST],
    ["<![CDATA[a]]>", "SYNTAX 1:1", FIRST],
    ["<![CDATA[\uffff]]>", "SYNTAX 1:10", INSIDE],
    ["<?a\u0000?>", "SYNTAX 1:4", FIRST],
    ["<?a \u0000?>", "ENCODING 1:5", FIRST],
    ["<??>", "SYNTAX 1:3", FIRST],
    ["<?XML a?>", "SYNTAX 1:1", FIRST],
    ["<?xml version='1.0'?>", "SYNTAX 1:1", INSIDE],
    ["<?xml encoding='utf-8'?>", "SYNTAX 1:6", FIRST],
    ["<?xml version='1.1' encoding='utf-16'?>", "ENCODING 1:6", FIRST],
    ["<!DOCTYPE a>", "SYNTAX 1:1", INSIDE],
    ["<!DOCTYPE>", "SYNTAX 1:1", FIRST],
    ["<!DOCTYPE a SYSTEM>", "SYNTAX 1:1", FIRST],
    ["<!doctype a>", "SYNTAX 1:1", FIRST],
    ["<!DOCTYPE a\n [", "ENTITY 2:2", FIRST],
    ['<!DOCTYPE a SYSTEM "b" [', "ENTITY 1:24", FIRST],
    ["<!DOCTYPE a SYSTEM '\u0000'>", "ENCODING 1:21", FIRST],
    ["<!DocType HTML>", "NOT-THE-FORMAT 1:1", FIRST],
    [`<!DOCTYPE a ${" ".repeat(5_000)}`, "SYNTAX 1:1", FIRST],
  ];
  assert.deepEqual(
    cases.map(([source, , place]) => [source, markup(source, place), place]),
    cases,
  );
});

const reference = (source: string): string =>
  attempt(() => {
    const end = referenceEnd(windowOf(source), 0);
    return end === CUT ? "cut" : `${end}`;
  });

test("references are the five of XML and characters by number", () => {
  for (const source of ["&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#9;", "&#x1F600;", "&#00065;"]) {
    assert.equal(reference(`${source}x`), `${source.length}`);
    for (let end = 1; end < source.length; end += 1) assert.equal(reference(source.slice(0, end)), "cut");
  }
  assert.equal(reference("&eacute;"), "ENTITY 1:1");
  for (const source of ["&#xFFFF;", "&#8;", "&#x110000;", "&#;", "&#x;", "& ;", "&<", "&'", '&"', "&&"]) {
    assert.equal(reference(source), "SYNTAX 1:1", source);
  }
  assert.equal(reference(`&${"a".repeat(63)}`), "SYNTAX 1:1");
});

const text = (source: string, isWanted = true): string =>
  attempt(() => {
    const found = readText(windowOf(source), 0, isWanted);
    return found === null ? "cut" : `${found.end} ${found.value}`;
  });

test("text ends at the next tag, and is decoded where it is wanted", () => {
  assert.equal(text("a &lt; b\r\nc\rd<"), "13 a < b\nc\nd");
  assert.equal(text("a &lt; b<", false), "8 ");
  assert.equal(text("a"), "cut");
  assert.equal(text("a&lt"), "cut");
  assert.equal(text("a\uffee".slice(0, 2)), "cut");
  assert.equal(text("]] >]>]]<"), "8 ]] >]>]]");
  assert.equal(text("a\n]]><"), "SYNTAX 2:1");
  assert.equal(text("a\u0008<"), "SYNTAX 1:2");
  assert.equal(text("\ufffe<"), "SYNTAX 1:1");
  assert.equal(text("a&b;<"), "ENTITY 1:2");
});
