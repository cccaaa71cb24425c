import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { FileCounts } from "../counts/file-counts.ts";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { Interner } from "../counts/interner.ts";
import { countPoints } from "../counts/points.ts";
import { addFileCounts, readWhole } from "../read-report.ts";
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

const SHARED = `<CoverageSession><Summary numSequencePoints="3" visitedSequencePoints="2" numMethods="3"/><Modules>
<Module><Summary numSequencePoints="2" visitedSequencePoints="1"/>
<Files><File uid="1" fullPath="a.cs"/><File uid="2" fullPath="b.cs"/></Files><Classes>
<Class><Methods><Method><Name>one</Name><FileRef uid="1"/><SequencePoint vc="0" sl="4"/></Method></Methods></Class>
<Class><Methods><Method><Name>two</Name><FileRef uid="1"/><SequencePoint vc="5" sl="4"/></Method></Methods></Class>
</Classes></Module>
<Module><Files><File uid="1" fullPath="b.cs"/></Files><Classes><Class><Methods>
<Method><Name>three</Name><FileRef uid="1"/><SequencePoint vc="1" sl="9" el="10"/></Method>
</Methods></Class></Classes></Module></Modules></CoverageSession>`;

test("a uid is a file of its own module, and classes of one file are put together", () => {
  const report = readText(opencover, SHARED);
  assert.equal(figures(report, "a.cs"), "1/1 - 1/2 1/2 []");
  assert.equal(figures(report, "b.cs"), "2/2 - 1/1 1/1 []");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
  const lost = SHARED.replace('<File uid="1" fullPath="b.cs"/>', "");
  assert.match(refusal(opencover, lost), /^HP-READ-SYNTAX 8:/);
});

test("each module and the session are compared with what they list, at their lines", () => {
  const lying = SHARED.replaceAll('visitedSequencePoints="', 'visitedSequencePoints="1');
  assert.deepEqual(mismatchesOf(readText(opencover, lying)), ["statements 2 11/2 1/2", "statements 1 12/3 2/3"]);
  const fewer = SHARED.replace('numMethods="3"', 'numMethods="2"');
  assert.deepEqual(mismatchesOf(readText(opencover, fewer)), ["functions 1 2/2 2/3"]);
});

test("a lie as large as the number of methods is excused of branches only", () => {
  const one = (summary: string): string =>
    method('<SequencePoint vc="1" sl="3"/><SequencePoint vc="0" sl="4"/>').replace(
      "<Files>",
      `<Summary ${summary}/><Files>`,
    );
  const found = (summary: string): readonly string[] => mismatchesOf(readText(opencover, one(summary)));
  assert.deepEqual(found('numSequencePoints="2" visitedSequencePoints="1" numMethods="1" visitedMethods="1"'), []);
  assert.deepEqual(found('numSequencePoints="3" visitedSequencePoints="2"'), ["statements 1 2/3 1/2"]);
  assert.deepEqual(found('numMethods="2" visitedMethods="2"'), ["functions 1 2/2 1/1"]);
  assert.deepEqual(found('numBranchPoints="1" visitedBranchPoints="1"'), []);
  assert.deepEqual(found('numBranchPoints="2" visitedBranchPoints="1"'), ["branches 1 1/2 0/0"]);
});

test("methods of one line are known by their names in every shard, whatever their order", () => {
  const shard = (...methods: readonly (readonly [name: string, visits: number])[]): string =>
    '<CoverageSession><Module><Files><File uid="1" fullPath="a.cs"/></Files><Class><Methods>' +
    methods
      .map(([name, vc]) => `<Method><Name>${name}</Name><FileRef uid="1"/><SequencePoint vc="${vc}" sl="4"/></Method>`)
      .join("") +
    "</Methods></Class></Module></CoverageSession>";
  const interner = new Interner();
  const files = new Map<string, FileCounts>();
  for (const source of [shard(["get", 1], ["set", 0]), shard(["set", 0], ["get", 1])]) {
    const read = readWhole(opencover, Buffer.from(source), { file: "a.xml", interner });
    for (const [path, counts] of read.files) addFileCounts(files, path, counts);
  }
  const { functions, statements } = files.get("a.cs") ?? {};
  assert.deepEqual(functions && countPoints(functions), { covered: 1, total: 2 });
  assert.deepEqual(statements && countPoints(statements), { covered: 1, total: 2 });
});

test("what was left out on purpose is in no number, whatever stands in it and after it", () => {
  const out = (element: string): string => SHARED.replace(`<${element}>`, `<${element} skippedDueTo="Filter">`);
  const method = readText(opencover, out("Method"));
  assert.equal(figures(method, "a.cs"), "1/1 - 1/1 1/1 []");
  assert.equal(figures(readText(opencover, out("Class")), "a.cs"), "1/1 - 1/1 1/1 []");
  assert.deepEqual([...readText(opencover, out("Module")).files.keys()], ["b.cs"]);
  // The session declares them all the same.
  assert.deepEqual(mismatchesOf(method), ["statements 2 1/2 1/1", "statements 1 2/3 2/2", "functions 1 2/3 2/2"]);
});

test("a method is covered when any of its points was visited, and stands at its first one", () => {
  const points = '<SequencePoint vc="0" sl="7"/><SequencePoint vc="1" sl="3"/>';
  const functions = readText(opencover, method(points)).files.get("a.cs")?.functions ?? [];
  assert.deepEqual([functions[0], (functions[1] ?? 0) & 1], [7, 1]);
  assert.equal(readText(opencover, method("<SequencePoints/>")).files.size, 0);
  assert.deepEqual(mismatchesOf(readText(opencover, method('<SequencePoint vc="0" sl="16707566"/>'))), []);
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
