import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { figures, mismatchesOf, readText, refusal, remarksOf } from "../xml/testing.ts";
import { opencover } from "./format.ts";

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}.xml`, import.meta.url), "utf8");

const OPENCOVER = fixture("opencover");

test("sequence points are statements and lines, the narrowest point of a line says whether it was hit", () => {
  const report = readText(opencover, OPENCOVER);
  assert.deepEqual([...report.files.keys()], ["C:\\build\\Cart.cs", "C:\\build\\Item.cs"]);
  assert.equal(figures(report, "C:\\build\\Cart.cs"), "4/6 1/2 1/2 2/4 [6,7]");
  assert.equal(figures(report, "C:\\build\\Item.cs"), "1/1 - 1/1 1/1 []");
  assert.deepEqual([...(report.files.get("C:\\build\\Cart.cs")?.hits ?? [])], [2, 0, 0, 2, 2, 1]);
  assert.deepEqual([...(report.files.get("C:\\build\\Item.cs")?.hits ?? [])], [HITS_MAX]);
  assert.equal(report.instrumenter, "opencover");
  assert.deepEqual(mismatchesOf(report), []);
  assert.deepEqual(remarksOf(report), ["hits-saturated 48:50"]);
});

test("declared branches may count the way into each method, and nothing else", () => {
  const plain = OPENCOVER.replaceAll(
    'numBranchPoints="5" visitedBranchPoints="3"',
    'numBranchPoints="2" visitedBranchPoints="1"',
  );
  assert.deepEqual(mismatchesOf(readText(opencover, plain)), []);
  const lying = OPENCOVER.replaceAll('numBranchPoints="5"', 'numBranchPoints="3"');
  assert.deepEqual(mismatchesOf(readText(opencover, lying)), ["branches 7 3/3 1/2", "branches 3 3/3 1/2"]);
  const methods = OPENCOVER.replace('visitedMethods="2"', 'visitedMethods="3"');
  assert.deepEqual(mismatchesOf(readText(opencover, methods)), ["functions 3 3/3 2/3"]);
});

/** A session of one method with these points. */
const method = (points: string): string =>
  '<CoverageSession><Modules><Module><Files><File uid="1" fullPath="a.cs"/></Files><Classes><Class><Methods>' +
  `<Method><FileRef uid="1"/>\n${points}</Method></Methods></Class></Classes></Module></Modules></CoverageSession>`;

test("old branch points stand at the sequence point before them, without one they count for nothing", () => {
  const points =
    '<SequencePoint vc="1" offset="0" sl="3"/><SequencePoint vc="0" offset="8" sl="5"/>' +
    '<BranchPoint vc="1" offset="8" path="0"/><BranchPoint vc="0" offset="7" path="1"/>';
  const report = readText(opencover, method(points));
  assert.equal(figures(report, "a.cs"), "1/2 1/2 1/1 1/2 [5]");
  assert.deepEqual(
    [...(report.files.get("a.cs")?.branches ?? [])].filter((_, index) => index % 2 === 0),
    [3, 5],
  );
  assert.equal(readText(opencover, method('<BranchPoint vc="1" offset="8" path="0"/>')).files.size, 0);
});

test("code of file 0 belongs to no source", () => {
  const report = readText(opencover, method('<SequencePoint vc="1" sl="3" fileid="0"/><SequencePoint vc="1" sl="4"/>'));
  assert.equal(figures(report, "a.cs"), "1/1 - 1/1 1/1 []");
});

test("a session that counts nothing says so", () => {
  assert.deepEqual(remarksOf(readText(opencover, "<CoverageSession><Modules/></CoverageSession>")), [
    "nothing-measured 1:null",
  ]);
});

test("what no report of OpenCover holds is refused at its place", () => {
  const cases: readonly (readonly [string, string])[] = [
    [method('<SequencePoint vc="undefined" sl="3"/>'), "HP-READ-SYNTAX 2:20"],
    [method('<SequencePoint vc="-1" sl="3"/>'), "HP-READ-SYNTAX 2:20"],
    [method('<SequencePoint sl="3"/>'), "HP-READ-SYNTAX 2:1"],
    [method('<SequencePoint vc="1"/>'), "HP-READ-SYNTAX 2:1"],
    [method('<SequencePoint vc="1" sl="0"/>'), "HP-READ-SYNTAX 2:27"],
    [method('<SequencePoint vc="1" sl="4" el="3"/>'), "HP-READ-SYNTAX 2:34"],
    [method('<SequencePoint vc="1" sl="1" el="200000"/>'), "HP-READ-SYNTAX 2:34"],
    [method('<SequencePoint vc="1" sl="1" fileid="7"/>'), "HP-READ-SYNTAX 2:38"],
    [method('<SequencePoint vc="1" sl="1" el="90000"/>'.repeat(20)), "HP-READ-TOO-LARGE 2:452"],
    [method("<Method/>"), "HP-READ-SYNTAX 2:1"],
    ["<CoverageSession><SequencePoint vc='1' sl='1'/></CoverageSession>", "HP-READ-SYNTAX 1:37"],
    ["<CoverageSession><BranchPoint vc='1' sl='1'/></CoverageSession>", "HP-READ-SYNTAX 1:35"],
    ["<CoverageSession><Module><File uid='1'/></Module></CoverageSession>", "HP-READ-SYNTAX 1:26"],
    ["<CoverageSession><Modules>", "HP-READ-TRUNCATED 1:27"],
    ["<coverage><packages/></coverage>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["<html/>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["", "HP-READ-EMPTY undefined:undefined"],
  ];
  assert.deepEqual(
    cases.map(([source]) => [source, refusal(opencover, source)]),
    cases,
  );
});

test("the head of a report tells it from others", () => {
  assert.ok(opencover.looksLike(Buffer.from("\ufeff<?xml version='1.0'?><CoverageSession xmlns:xsi='x'>")));
  assert.ok(!opencover.looksLike(Buffer.from("<coverage><packages>")));
  assert.ok(!opencover.looksLike(Buffer.from("<!-- <CoverageSession> -->")));
});

test("coverlet: one point a line, and no ways into methods among the branches", () => {
  const report = readText(opencover, fixture("coverlet"));
  assert.equal(figures(report, "/build/Shop/Cart.cs"), "2/3 1/2 1/1 2/3 [10]");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});
