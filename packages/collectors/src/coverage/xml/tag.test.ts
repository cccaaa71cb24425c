import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { NameTable } from "./names.ts";
import { CUT } from "./reference.ts";
import { XmlTag } from "./tag.ts";
import { XmlWindow } from "./window.ts";

const WORDS = ["line", "number", "hits"];

function tagOf(source: string): { tag: XmlTag; end: number } {
  const window = new XmlWindow("a.xml");
  window.append(Buffer.from(source));
  window.begin(0);
  const tag = new XmlTag(window, new NameTable(WORDS));
  return { tag, end: tag.read(0) };
}

function refusal(source: string): string {
  try {
    const { end } = tagOf(source);
    return end === CUT ? "cut" : `read ${end}`;
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    return `${thrown.code} ${thrown.place.line}:${thrown.place.column}`;
  }
}

test("a tag is its name and its attributes, whatever stands between them", () => {
  const { tag, end } = tagOf(`<line number="7"\n\thits = 'a "b"' other=""/><x>`);
  assert.equal(end, 43);
  assert.ok(tag.isEmpty);
  assert.equal(tag.name, 0);
  assert.deepEqual(tag.attributeNames(), ["number", "hits", "other"]);
  assert.deepEqual([tag.text(1), tag.text(2), tag.text(3), tag.text(0)], ["7", 'a "b"', "", null]);
  assert.equal(tag.find(0), -1);
  assert.equal(tag.end(tag.find(1)) - tag.start(tag.find(1)), 1);
  assert.equal(tag.window.line, 2);
});

test("values are decoded and their white space is normalised, references to white space stay", () => {
  const { tag } = tagOf(`<line number="a\r\nb\tc\nd&#10;&#x9;&apos;&lt;é😀"/>`);
  assert.equal(tag.text(1), "a b c d\n\t'<é😀");
});

test("what the tag before had is not found in the next", () => {
  const window = new XmlWindow("a.xml");
  window.append(Buffer.from(`<line number="1" hits="2"/><line hits="3">`));
  const tag = new XmlTag(window, new NameTable(WORDS));
  const next = tag.read(0);
  assert.deepEqual([tag.text(1), tag.text(2), tag.isEmpty], ["1", "2", true]);
  tag.read(next);
  assert.deepEqual([tag.text(1), tag.text(2), tag.isEmpty], [null, "3", false]);
});

test("a tag that the window cuts off anywhere is told from a broken one", () => {
  const source = `<line  number = "1" hits='a&amp;b\uffee' />`;
  const bytes = Buffer.from(source);
  for (let end = 1; end < bytes.length; end += 1) {
    const window = new XmlWindow("a.xml");
    window.append(bytes.subarray(0, end));
    const tag = new XmlTag(window, new NameTable(WORDS));
    assert.equal(tag.read(0), CUT, bytes.toString("utf8", 0, end));
  }
  assert.equal(refusal(source), `read ${bytes.length}`);
});

test("broken tags are refused where they break", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["<>", "HP-READ-SYNTAX 1:2"],
    ["< a/>", "HP-READ-SYNTAX 1:2"],
    ["<a\n b>", "HP-READ-SYNTAX 2:3"],
    ["<a b c='1'>", "HP-READ-SYNTAX 1:6"],
    ["<a b==''>", "HP-READ-SYNTAX 1:6"],
    ["<a ='1'>", "HP-READ-SYNTAX 1:4"],
    ["<a b='1''>", "HP-READ-SYNTAX 1:9"],
    ["<a b='1' /c>", "HP-READ-SYNTAX 1:11"],
    ["<a b='\n\n<'>", "HP-READ-SYNTAX 3:1"],
    ["<a b='\ufffe'>", "HP-READ-SYNTAX 1:7"],
    ["<a b='\u007f'>", "read 9"],
    ["<a b='\u000b'>", "HP-READ-SYNTAX 1:7"],
    ["<a b='1'\n b='2'>", "HP-READ-DUPLICATE-KEY 2:2"],
    ["<a b='&b;'>", "HP-READ-ENTITY 1:7"],
    ["<a b='&#99999999;'>", "HP-READ-SYNTAX 1:7"],
    ["<a b='&;'>", "HP-READ-SYNTAX 1:7"],
    ["<a b×='1'>", "HP-READ-SYNTAX 1:4"],
    ["<-a>", "HP-READ-SYNTAX 1:2"],
    ["<a.b-c:d_e>", "read 11"],
  ];
  assert.deepEqual(
    cases.map(([source]) => [source, refusal(source)]),
    cases,
  );
});

test("256 attributes are read, one more is not", () => {
  const attributes = (count: number): string =>
    Array.from({ length: count }, (_, index) => ` a${index}="${index}"`).join("");
  const { tag } = tagOf(`<line${attributes(256)}>`);
  assert.equal(tag.attributeNames().length, 256);
  assert.match(refusal(`<line${attributes(257)}>`), /^HP-READ-TOO-LARGE /);
});
