import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { countPoints } from "../counts/points.ts";
import { figures, mismatchesOf, readText, refusal, remarksOf } from "../xml/testing.ts";
import { jacoco } from "./format.ts";

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}.xml`, import.meta.url), "utf8");

const DOCTYPE = '<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">';

const METHOD_COUNTER = '<counter type="METHOD" missed="0" covered="1"/>';

const CART = fixture("jacoco");

test("lines, branches and instructions of source files, methods of classes", () => {
  const report = readText(jacoco, CART);
  assert.equal(figures(report, "com/a/Cart.java"), "2/3 1/2 3/4 - [9]");
  assert.equal(figures(report, "com/a/Api.java"), "- - - - []");
  const { regions, hits } = report.files.get("com/a/Cart.java") ?? {};
  assert.deepEqual(regions && countPoints(regions), { covered: 8, total: 14 });
  assert.equal(hits, null);
  assert.equal(report.instrumenter, "jacoco");
  assert.deepEqual(mismatchesOf(report), []);
  assert.deepEqual(remarksOf(report), ["nothing-measured 19:1"]);
});

test("counters that differ from what stands in their element are told, each where it stands", () => {
  const inFile = CART.replace('<counter type="LINE" missed="1" covered="2"/><counter type="COMPL', (counter) =>
    counter.replace('missed="1"', 'missed="0"'),
  );
  assert.deepEqual(mismatchesOf(readText(jacoco, inFile)), ["lines 17 2/2 2/3"]);
  const inReport = CART.replace(/<counter type="BRANCH" missed="1" covered="1"\/>(?=.*\n<\/report>)/, (counter) =>
    counter.replace('covered="1"', 'covered="7"'),
  );
  assert.deepEqual(mismatchesOf(readText(jacoco, inReport)), ["branches 22 7/8 1/2"]);
});

test("the files of groups are joined when they are called the same, and told", () => {
  const part = (group: string, ci: number): string =>
    `<group name="${group}"><package name=""><sourcefile name="A.kt">` +
    `<line nr="1" mi="1" ci="${ci}" mb="0" cb="0"/></sourcefile></package></group>\n`;
  const report = readText(jacoco, `<report name="all">\n${part("one", 0)}${part("two", 1)}</report>`);
  assert.equal(figures(report, "A.kt"), "1/1 - - - []");
  assert.deepEqual(remarksOf(report), ["duplicate-file 3:36"]);
});

test("a class whose file has no element of its own still has its functions", () => {
  const report = readText(
    jacoco,
    `<report name="a"><package name="p"><class name="p/A" sourcefilename="A.java">` +
      `<method name="f" desc="()V">${METHOD_COUNTER}</method></class></package></report>`,
  );
  assert.equal(figures(report, "p/A.java"), "- - 1/1 - []");
});

const counter = (type: string, missed: number, covered: number): string =>
  `<counter type="${type}" missed="${missed}" covered="${covered}"/>`;

test("interfaces are remarked however many there are, and a lie among them stays a lie", () => {
  const interfaces = Array.from({ length: 1_500 }, (_, at) => `<sourcefile name="I${at}.java"/>`).join("\n");
  const file = (missed: number): string =>
    `<sourcefile name="A.java"><line nr="1" mi="0" ci="2"/>${counter("LINE", missed, 1)}</sourcefile>`;
  const source = (missed: number): string =>
    `<report name="a"><package name="p">${interfaces}\n${file(missed)}</package></report>`;
  const report = readText(jacoco, source(0));
  assert.deepEqual(new Set(report.remarks.map(({ code }) => code)), new Set(["nothing-measured"]));
  assert.deepEqual([report.remarks.length, mismatchesOf(report).length], [1_000, 0]);
  assert.match(report.remarks.at(-1)?.text ?? "", /^1500 places list nothing to cover/);
  assert.deepEqual(mismatchesOf(readText(jacoco, source(3))), ["lines 1501 1/4 1/1"]);
});

test("code compiled without lines is in the counters of its file, and its branches contradict nothing", () => {
  const source = (branches: string): string =>
    `<report name="a"><package name="p">
<class name="p/A" sourcefilename="A.java">
<method name="f" desc="()V" line="3">${counter("BRANCH", 1, 1)}${counter("METHOD", 0, 1)}</method>
<method name="g" desc="()V">${counter("BRANCH", 2, 2)}${counter("METHOD", 1, 0)}</method></class>
<sourcefile name="A.java"><line nr="3" mi="0" ci="4" mb="1" cb="1"/>${branches}</sourcefile>
${branches}</package></report>`;
  const report = readText(jacoco, source(counter("BRANCH", 3, 3) + counter("METHOD", 1, 1)));
  assert.equal(figures(report, "p/A.java"), "1/1 1/2 1/2 - []");
  assert.deepEqual(mismatchesOf(report), []);
  // What only the lines hold is now too little, wherever it is said.
  assert.deepEqual(mismatchesOf(readText(jacoco, source(counter("BRANCH", 1, 1)))), [
    "branches 5 1/2 3/6",
    "branches 6 1/2 3/6",
  ]);
});

test("a class compiled without the name of its file is counted with its package and in no file", () => {
  const source = (missed: number): string =>
    `<report name="a"><package name="p"><class name="p/B"><method name="f" desc="()V" line="3">
${counter("LINE", 1, 2)}${counter("BRANCH", 0, 2)}${counter("METHOD", 0, 1)}</method>
${counter("LINE", 1, 2)}${counter("BRANCH", 0, 2)}${counter("METHOD", 0, 1)}</class>
${counter("LINE", missed, 2)}${counter("BRANCH", 0, 2)}${counter("METHOD", 0, 1)}</package></report>`;
  const report = readText(jacoco, source(1));
  assert.equal(report.files.size, 0);
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], ["nothing-measured 1:null"]);
  assert.deepEqual(mismatchesOf(readText(jacoco, source(2))), ["lines 4 2/4 2/3"]);
});

test("counters that a line leaves out are 0, but it has to count something", () => {
  const line = (attributes: string): string =>
    `<report name="a"><package name="p"><sourcefile name="A.java">` +
    `<line ${attributes}/></sourcefile></package></report>`;
  assert.equal(figures(readText(jacoco, line('nr="1" ci="2"')), "p/A.java"), "1/1 - - - []");
  assert.equal(figures(readText(jacoco, line('nr="1" mi="2" mb="2"')), "p/A.java"), "0/1 0/2 - - [1]");
  assert.equal(refusal(jacoco, line('nr="1"')), "HP-READ-SYNTAX 1:62");
});

test("what no report of JaCoCo holds is refused at its place", () => {
  const file = (content: string): string =>
    `<report name="a"><package name="p"><sourcefile name="A.java">\n${content}</sourcefile></package></report>`;
  const cases: readonly (readonly [string, string])[] = [
    [file('<line nr="1" mi="0" ci="=====" mb="0" cb="0"/>'), "HP-READ-SYNTAX 2:25"],
    [file('<line nr="1" mi="-1" ci="1" mb="0" cb="0"/>'), "HP-READ-SYNTAX 2:18"],
    [file('<line nr="1" mi="99999999999999" ci="1" mb="0" cb="0"/>'), "HP-READ-SYNTAX 2:18"],
    [file('<line nr="1" mi="0" ci="99999999" mb="0" cb="0"/>'), "HP-READ-TOO-LARGE 2:1"],
    [file('<line nr="0" mi="0" ci="1" mb="0" cb="0"/>'), "HP-READ-SYNTAX 2:11"],
    [file('<counter type="LINE" missed="x" covered="1"/>'), "HP-READ-SYNTAX 2:30"],
    [file('<counter missed="1" covered="1"/>'), "HP-READ-SYNTAX 2:1"],
    [file('<sourcefile name="B.java"/>'), "HP-READ-SYNTAX 2:19"],
    [file('<package name="q"/>'), "HP-READ-SYNTAX 2:16"],
    [file("<method/>"), "HP-READ-SYNTAX 2:1"],
    [file("</report>"), "HP-READ-SYNTAX 2:1"],
    [file("").slice(0, -9), "HP-READ-TRUNCATED 2:24"],
    ['<report><package name="p"><sourcefile/></package></report>', "HP-READ-SYNTAX 1:27"],
    ["<report><package/></report>", "HP-READ-SYNTAX 1:9"],
    ["<report><sourcefile name='a'/></report>", "HP-READ-SYNTAX 1:27"],
    ["<report><class name='a'/></report>", "HP-READ-SYNTAX 1:22"],
    [
      '<report><package name="p"><class name="p/A"><method name="f">' +
        '<counter type="METHOD" missed="1" covered="1"/></method></class></package></report>',
      "HP-READ-SYNTAX 1:93",
    ],
    ["<report/>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["<report><testsuite/></report>", "HP-READ-NOT-THE-FORMAT 1:9"],
    ["<coverage line-rate='1'/>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["<!DOCTYPE report [<!ENTITY x 'y'>]><report/>", "HP-READ-ENTITY 1:18"],
    ["", "HP-READ-EMPTY undefined:undefined"],
  ];
  assert.deepEqual(
    cases.map(([source]) => [source, refusal(jacoco, source)]),
    cases,
  );
});

test("the head of a report tells it from others", () => {
  const fits = (head: string): boolean => jacoco.looksLike(Buffer.from(head));
  assert.ok(fits(`<?xml version="1.0"?>${DOCTYPE}<report name="a"><sessioninfo id="x"`.concat("/>")));
  assert.ok(fits('<report name="a"><group name="b">'));
  assert.ok(fits('<report name="a"><package name="b">'));
  assert.ok(!fits('<report name="a">'));
  assert.ok(!fits('<report name="a"><testsuite>'));
  assert.ok(!fits("<coverage><packages>"));
});

test("Kover: no document type, no sessions, a package without a name", () => {
  const report = readText(jacoco, fixture("kover"));
  assert.equal(figures(report, "Main.kt"), "1/1 - 1/1 - []");
  assert.equal(figures(report, "shop/Cart.kt"), "0/1 0/2 0/1 - [5]");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
  assert.ok(jacoco.looksLike(Buffer.from(fixture("kover"))));
});
