import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { figures, mismatchesOf, readText, refusal, remarksOf } from "../xml/testing.ts";
import { clover } from "./format.ts";

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}.xml`, import.meta.url), "utf8");

const OPENCLOVER = fixture("openclover");

test("OpenClover: statements make lines, conditions have two ways, tests are left out", () => {
  const report = readText(clover, OPENCLOVER);
  assert.deepEqual([...report.files.keys()], ["/build/src/com/a/Cart.java"]);
  assert.equal(figures(report, "/build/src/com/a/Cart.java"), "1/2 2/4 1/2 2/3 [9]");
  assert.deepEqual([...(report.files.get("/build/src/com/a/Cart.java")?.hits ?? [])], [4, 0]);
  assert.equal(report.instrumenter, "clover");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});

test("metrics that lie are told for the file, the package and the project", () => {
  const lying = readText(clover, OPENCLOVER.replaceAll('coveredstatements="2"', 'coveredstatements="3"'));
  assert.deepEqual(mismatchesOf(lying), ["statements 8 3/3 2/3", "statements 6 3/3 2/3", "statements 4 3/3 2/3"]);
});

test("tests are left out wherever they stand, and what comes after them is not", () => {
  const source = (name: string): string => `<file name="${name}"><line num="1" type="stmt" count="1"/></file>`;
  const report = readText(
    clover,
    `<coverage generated="1" clover="4.5"><testproject><metrics statements="9"/>${source("t.java")}</testproject>` +
      `<project><metrics statements="1"/>${source("a.java")}</project></coverage>`,
  );
  assert.deepEqual([...report.files.keys()], ["a.java"]);
  assert.deepEqual(mismatchesOf(report), []);
  const onlyTests = readText(clover, `<coverage><testproject>${source("t.java")}</testproject></coverage>`);
  assert.deepEqual([...onlyTests.files.keys(), ...remarksOf(onlyTests)], ["nothing-measured 1:null"]);
});

test("the writer is told by what only it writes", () => {
  const writer = (head: string, name: string, line: string): string =>
    readText(clover, `<coverage ${head}><project ${name}><file name="a">${line}</file></project></coverage>`)
      .instrumenter;
  const statement = '<line num="1" type="stmt" count="1"/>';
  assert.equal(writer('generated="1" clover="3.2.0"', 'name="All files"', statement), "istanbul-reports");
  assert.equal(writer('generated="1" clover="3.2.0"', 'name="shop"', statement), "clover");
  assert.equal(writer('generated="1" clover="4.5.0"', 'name="All files"', statement), "clover");
  assert.equal(writer('generated="1"', 'name="All files"', statement), "unknown");
  assert.equal(writer('generated="1"', "", '<line num="1" type="method" crap="1" count="1"/>'), "phpunit");
});

const PHPUNIT = fixture("phpunit");

test("PHPUnit: a path in the name; it calls a method covered when all of it is", () => {
  const report = readText(clover, PHPUNIT);
  assert.equal(figures(report, "/build/src/A.php"), "1/2 - 1/1 1/2 [9]");
  assert.equal(report.instrumenter, "phpunit");
  assert.deepEqual(remarksOf(report), []);
  const without = PHPUNIT.replaceAll(' conditionals="6" coveredconditionals="2"', "");
  assert.deepEqual(mismatchesOf(readText(clover, without)), []);
  const fewer = readText(clover, without.replaceAll(' methods="1"', ' methods="2"'));
  assert.deepEqual(mismatchesOf(fewer), ["functions 9 1/2 1/1", "functions 11 1/2 1/1"]);
});

test("what is declared and not listed at all does not fit: PHPUnit's conditions, and a report of totals alone", () => {
  assert.deepEqual(mismatchesOf(readText(clover, PHPUNIT)), ["branches 9 2/6 0/0", "branches 11 2/6 0/0"]);
  const totals = `<coverage generated="1"><project><file name="a">
<metrics methods="3" coveredmethods="3" conditionals="4" coveredconditionals="4" statements="9" coveredstatements="9"/>
</file></project></coverage>`;
  const told = mismatchesOf(readText(clover, totals));
  assert.deepEqual(told, ["statements 2 9/9 0/0", "branches 2 4/4 0/0", "functions 2 3/3 0/0"]);
});

const ISTANBUL = fixture("istanbul");

test("Istanbul: one record a line, ways as taken and not taken, no functions and no statements", () => {
  const report = readText(clover, ISTANBUL);
  assert.equal(figures(report, "/build/a.js"), "2/3 3/5 - - [4]");
  assert.equal(figures(report, "/build/b.js"), "- - - - []");
  assert.equal(report.instrumenter, "istanbul-reports");
  assert.deepEqual(mismatchesOf(report), []);
  assert.deepEqual(remarksOf(report), ["nothing-measured 11:5"]);
  const lying = ISTANBUL.replaceAll('statements="3" coveredstatements="2"', 'statements="3" coveredstatements="3"');
  assert.deepEqual(mismatchesOf(readText(clover, lying)), ["lines 6 3/3 2/3", "lines 4 3/3 2/3"]);
});

const file = (lines: string, tag = 'name="a.php"'): string =>
  `<coverage generated="1"><project><file ${tag}>\n${lines}</file></project></coverage>`;

test("a file that stands twice is joined and told, and counts beyond 64 bits are the largest", () => {
  const twice = `<coverage generated="1"><project>
<file name="a"><line num="1" type="stmt" count="0"/></file>
<file name="a"><line num="1" type="stmt" count="${"9".repeat(30)}"/></file></project></coverage>`;
  const report = readText(clover, twice);
  assert.equal(figures(report, "a"), "1/1 - - 1/1 []");
  assert.deepEqual([...(report.files.get("a")?.hits ?? [])], [HITS_MAX]);
  assert.deepEqual(remarksOf(report), ["duplicate-file 3:1", "hits-saturated 3:49"]);
});

test("what no Clover report holds is refused at its place", () => {
  const cases: readonly (readonly [string, string])[] = [
    [file('<line num="1" type="stmt" count="undefined"/>'), "HP-READ-SYNTAX 2:34"],
    [file('<line num="1" type="stmt"/>'), "HP-READ-SYNTAX 2:1"],
    [file('<line num="0" type="stmt" count="1"/>'), "HP-READ-SYNTAX 2:12"],
    [file('<line num="1" type="branch" count="1"/>'), "HP-READ-SYNTAX 2:21"],
    [file('<line num="1" count="1"/>'), "HP-READ-SYNTAX 2:1"],
    [file('<line num="1" type="cond" truecount="1"/>'), "HP-READ-SYNTAX 2:1"],
    [file('<line num="1" type="cond" count="1" truecount="-1" falsecount="1"/>'), "HP-READ-SYNTAX 2:48"],
    [file('<line num="1" type="cond" count="1" truecount="1" falsecount="9999999"/>'), "HP-READ-TOO-LARGE 2:1"],
    [file("<file name='b'/>"), "HP-READ-SYNTAX 2:13"],
    [file("<metrics statements='many'/>"), "HP-READ-SYNTAX 2:22"],
    [file("", ""), "HP-READ-SYNTAX 1:34"],
    [file("", "path=''"), "HP-READ-SYNTAX 1:46"],
    ["<coverage><project><line num='1' type='stmt' count='1'/></project></coverage>", "HP-READ-SYNTAX 1:31"],
    ["<coverage><packages/></coverage>", "HP-READ-NOT-THE-FORMAT 1:11"],
    ["<coverage version='1'><file path='a'/></coverage>", "HP-READ-NOT-THE-FORMAT 1:23"],
    ["<report/>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["<html/>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["<coverage/>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["<coverage></coverage>", "HP-READ-NOT-THE-FORMAT 1:11"],
    ["<coverage><project>", "HP-READ-TRUNCATED 1:20"],
  ];
  assert.deepEqual(
    cases.map(([source]) => [source, refusal(clover, source)]),
    cases,
  );
});

test("the head of a report tells it from those that name their root alike", () => {
  const fits = (head: string): boolean => clover.looksLike(Buffer.from(head));
  assert.ok(fits('<?xml version="1.0"?><coverage generated="1"><project timestamp="1">'));
  assert.ok(fits('<coverage clover="3.2.0">'));
  assert.ok(!fits("<coverage><packages>"));
  assert.ok(!fits('<coverage version="1"><file path="a">'));
  assert.ok(!fits("<project/>"));
});
