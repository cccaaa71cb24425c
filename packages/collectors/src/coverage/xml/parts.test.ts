import assert from "node:assert/strict";
import { test } from "node:test";
import { Interner } from "../counts/interner.ts";
import { namedKey } from "./named-key.ts";
import { hashStep, NameTable, XML_NAMES_MAX } from "./names.ts";
import { PointsBudget } from "./points-budget.ts";
import { sniffXml } from "./sniff.ts";
import { XmlWindow } from "./window.ts";
import { numbered, wordsOf } from "./words.ts";

function find(table: NameTable, name: string): number {
  const bytes = Buffer.from(name);
  return table.find(
    bytes,
    0,
    bytes.length,
    bytes.reduce((hash, byte) => hashStep(hash, byte), 0),
  );
}

test("the same name has the same number, words first, and odd ones none", () => {
  const table = new NameTable(["line", "hits"]);
  assert.deepEqual(
    ["hits", "line", "new", "hit", "new", "é", "a×b", "a:b.c-d", ""].map((name) => find(table, name)),
    [1, 0, 2, 3, 2, 4, -1, 5, -1],
  );
  assert.deepEqual(
    [0, 3, 9].map((number) => table.text(number)),
    ["line", "hit", ""],
  );
  assert.equal(table.endAt(0, Buffer.from("<lines"), 1), 5);
  assert.equal(table.endAt(0, Buffer.from("<lie"), 1), -1);
  assert.equal(table.endAt(99, Buffer.from("<lie"), 1), -1);
});

test("names whose hashes meet stay apart, and there are not too many", () => {
  const table = new NameTable([]);
  assert.equal(find(table, "Aa"), 0);
  assert.equal(find(table, "BB"), 1);
  assert.equal(find(table, "Aa"), 0);
  for (let count = 2; count < XML_NAMES_MAX; count += 1) assert.equal(find(table, `n${count}`), count);
  assert.equal(find(table, "one-more"), -2);
  assert.equal(find(table, "n7"), 7);
});

test("words get their places as numbers", () => {
  assert.deepEqual(numbered(["a b", "c"]), { a: 0, b: 1, c: 2 });
  assert.deepEqual(wordsOf(["a b", "c"]), ["a", "b", "c"]);
});

test("places are told in lines and bytes, also after the window went on", () => {
  const window = new XmlWindow("a.xml");
  window.append(Buffer.from("ab\ncdé\nf"));
  window.begin(0);
  assert.deepEqual(window.place(4), { line: 2, column: 2 });
  window.countLines(0, 8);
  assert.equal(window.line, 3);
  window.begin(8);
  assert.deepEqual(window.here, { line: 3, column: 1 });
  window.drop(8);
  window.append(Buffer.from("g\nh"));
  assert.deepEqual(window.place(3), { line: 4, column: 1 });
  assert.deepEqual(window.here, { line: 3, column: 1 });
  window.newLine(2);
  window.unread();
  assert.equal(window.line, 3);
  assert.throws(() => window.fail("HP-READ-SYNTAX", "x", 99), {
    code: "HP-READ-SYNTAX",
    place: { file: "a.xml", line: 4, column: 2 },
  });
});

test("a window grows with what it is given", () => {
  const window = new XmlWindow("a.xml");
  for (let count = 0; count < 5; count += 1) window.append(Buffer.alloc(300_000, 0x61 + count));
  assert.equal(window.end, 1_500_000);
  assert.equal(window.bytes[299_999], 0x61);
  assert.equal(window.bytes[1_499_999], 0x65);
  assert.equal(window.bytes[1_500_000], 0);
  assert.equal(window.view.getUint32(1_499_999, true), 0x65);
});

test("a short report may claim many points, but not any number", () => {
  const window = new XmlWindow("a.xml");
  const budget = new PointsBudget(window);
  budget.spend(1_000_000);
  assert.throws(() => budget.spend(1_000_000), { code: "HP-READ-TOO-LARGE" });
  window.base = 3_000_000;
  budget.spend(1_000_000);
  window.base = 1e12;
  assert.throws(() => budget.spend(64 * 1_048_576), { code: "HP-READ-TOO-LARGE" });
});

test("functions without a name are alike, whatever number they have", () => {
  const interner = new Interner();
  assert.equal(namedKey(interner, "(anonymous_3)", ""), namedKey(interner, "anonymous_12", ""));
  assert.equal(namedKey(interner, "(anonymous_3)", "()V"), namedKey(interner, "(anonymous_4)", "()V"));
  assert.notEqual(namedKey(interner, "f", "()V"), namedKey(interner, "f", ""));
  assert.notEqual(namedKey(interner, "f", ""), namedKey(interner, "g", ""));
  assert.notEqual(namedKey(interner, "f", "()V"), namedKey(interner, "f", "(I)V"));
  assert.notEqual(namedKey(interner, "anonymous_3_", ""), namedKey(interner, "anonymous_4_", ""));
});

test("a head tells root, attributes and first child, or nothing", () => {
  const sniff = (head: string): ReturnType<typeof sniffXml> => sniffXml(Buffer.from(head));
  assert.deepEqual(sniff('<?xml version="1.0"?><!-- c --><a b="1" c=""> <d/><e/>'), {
    root: "a",
    attributes: ["b", "c"],
    child: "d",
  });
  assert.deepEqual(sniff("<a>"), { root: "a", attributes: [], child: null });
  assert.deepEqual(sniff("<a><b"), { root: "a", attributes: [], child: null });
  for (const head of ["", "<a b=", "{}", "<!DOCTYPE html><html>", "<a></b>", "\0"])
    assert.equal(sniff(head), null, head);
});
