import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { linesOf } from "../counts/line-hits.ts";
import { mergeFileCounts } from "../counts/file-counts.ts";
import { Interner } from "../counts/interner.ts";
import { figuresOf, readDocument, refusalOf, remarksOf, sumsOf } from "../json/testing.ts";
import { coveragePy } from "./format.ts";

const fixture = (name: string): Buffer => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

const META = { format: 3, version: "7.16.2", branch_coverage: true, show_contexts: false };
const SUMMARY = {
  covered_lines: 2,
  num_statements: 3,
  percent_covered: 60,
  missing_lines: 1,
  excluded_lines: 1,
  num_branches: 2,
  covered_branches: 1,
};
const FILE = {
  executed_lines: [1, 2],
  missing_lines: [3],
  excluded_lines: [9],
  executed_branches: [[2, 4]],
  missing_branches: [[2, 3]],
  summary: SUMMARY,
};
const REPORT = { meta: META, files: { "a.py": FILE }, totals: SUMMARY };
const withFile = (patch: object): unknown => ({ ...REPORT, files: { "a.py": { ...FILE, ...patch } } });

test("reports of coverage.py say what coverage.py itself printed", () => {
  const of = (name: string): string => {
    const report = readDocument(coveragePy, fixture(name));
    assert.deepEqual(report.mismatches, [], name);
    assert.equal(report.instrumenter, "coverage.py");
    return `${report.files.size} ${sumsOf(report)}`;
  };
  assert.equal(of("coverage-6.5.json"), "2 13/17 6/10 - - -");
  assert.equal(of("coverage-7.16.json"), "2 13/17 4/6 3/5 - -");
  assert.equal(of("lines-only.json"), "2 13/17 - 3/5 - -");
});

test("what each context executed is kept by its name, statements only", () => {
  const { contexts } = readDocument(coveragePy, fixture("coverage-7.16.json"));
  const lines = [...contexts].map(([name, files]) => [
    name,
    [...files].map(([path, hits]) => `${path} ${[...linesOf(hits, true)].join()}`),
  ]);
  assert.deepEqual(lines, [
    ["", ["src/price.py 4,5,10,17,21,29"]],
    ["tests.test_price.PriceTest.test_less", ["src/price.py 6,8,11,13,14,15"]],
    ["tests.test_price.PriceTest.test_total", ["src/price.py 6,8,22"]],
  ]);
  assert.equal(readDocument(coveragePy, fixture("lines-only.json")).contexts.size, 0);
});

test("lines, branches and functions are counted from their lists", () => {
  const part = (executed: number[], missing: number[], rest: object = {}): object => ({
    executed_lines: executed,
    missing_lines: missing,
    excluded_lines: [],
    ...rest,
  });
  const functions = {
    "": part([1], []),
    f: part([2], [], { start_line: 1 }),
    g: part([], [3]),
    excluded: part([], []),
  };
  const report = readDocument(coveragePy, withFile({ functions, classes: { C: part([2], [3]), "": part([], []) } }));
  assert.equal(figuresOf(report.files.get("a.py")), "2/3 1/2 1/2 - -");
  assert.deepEqual(report.mismatches, []);
  assert.deepEqual(report.remarks, []);
});

test("branches are null where they were not measured, and nothing of nothing where there are none", () => {
  const none = { ...FILE, executed_branches: [], missing_branches: [], summary: null };
  const read = (branch_coverage: boolean, file: object): string => {
    const { summary: _, ...rest } = { ...none, ...file };
    return figuresOf(
      readDocument(coveragePy, { meta: { ...META, branch_coverage }, files: { "a.py": rest } }).files.get("a.py"),
    );
  };
  assert.equal(read(false, {}), "2/3 - - - -");
  assert.equal(read(true, {}), "2/3 0/0 - - -");
});

test("a report is known by its meta or by what a file lists, wherever its head ends", () => {
  const looks = (document: object, size = 1_000): boolean =>
    coveragePy.looksLike(Buffer.from(JSON.stringify(document)).subarray(0, size));
  assert.ok(looks(REPORT));
  assert.ok(looks({ meta: { show_contexts: true } }));
  assert.ok(looks({ files: { "a.py": { executed_lines: [] } } }));
  assert.ok(looks({ files: { "a.py": { missing_lines: [] }, "b.py": {} } }));
  assert.ok(looks(REPORT, 60));
  for (const document of [
    { other: { branch_coverage: true } },
    { meta: { version: "7" } },
    { files: { "a.py": { lines: [] } } },
    { sources: { "a.py": { executed_lines: [] } } },
    { files: ["executed_lines"] },
    {},
  ]) {
    assert.ok(!looks(document), JSON.stringify(document));
  }
});

test("keys may come in any order", () => {
  const sorted = { files: REPORT.files, meta: META, totals: SUMMARY };
  assert.equal(figuresOf(readDocument(coveragePy, sorted).files.get("a.py")), "2/3 1/2 - - -");
  assert.ok(coveragePy.looksLike(Buffer.from(JSON.stringify(sorted))));
  const file = { contexts: { 2: ["t"], 9: ["t"], 3: ["u"] }, ...FILE };
  const { contexts } = readDocument(coveragePy, { ...sorted, files: { "a.py": file } });
  assert.deepEqual([...contexts.keys()], ["t"], "line 3 was not executed, line 9 is excluded");
});

test("a file that comes before the meta counts as its format says, and its faults are those of that format", () => {
  const executed = [1, 2, 3, 5];
  const file = { ...FILE, executed_lines: executed };
  const read = (meta: object, patch: object = {}): string =>
    figuresOf(readDocument(coveragePy, { files: { "a.py": { ...file, ...patch } }, meta }).files.get("a.py"));
  const loose = { ...META, format: 2 };
  assert.equal(read(loose, { executed_lines: [1, 2, 5] }), "2/3 1/2 - - -");
  assert.equal(read(META, { executed_lines: [1, 2, 5] }), "3/4 1/2 - - -");
  assert.equal(read(loose, { executed_lines: [3, 1, 2] }), "2/3 1/2 - - -", "line 3 is surplus, and missing");
  const refusal = (meta: object, patch: object): string =>
    refusalOf(coveragePy, { files: { "a.py": { ...file, ...patch } }, meta });
  assert.match(refusal(META, {}), /^HP-READ-SYNTAX 1:18 line 3 is both executed and missing/);
  assert.match(
    refusal(META, { executed_lines: [1], executed_branches: undefined }),
    /^HP-READ-SYNTAX 1:18 branches were/,
  );
  assert.match(
    refusalOf(coveragePy, { files: { "a.py": file } }),
    /^HP-READ-NOT-THE-FORMAT 1:1 the document has no meta and files/,
  );
});

test("before format 3 surplus lines and jumps are left out, and never more than the summary tells", () => {
  const old = { ...META, format: 2 };
  const read = (file: object, meta: object = old): string => {
    const report = readDocument(coveragePy, { meta, files: { "a.py": { ...FILE, ...file } } });
    return `${figuresOf(report.files.get("a.py"))} ${report.mismatches.length}`;
  };
  assert.equal(
    read({
      executed_lines: [1, 2, 5],
      executed_branches: [
        [1, 2],
        [2, 4],
        [4, 4],
      ],
    }),
    "2/3 1/2 - - - 0",
  );
  assert.equal(read({ executed_lines: [1, 2, 9] }), "2/3 1/2 - - - 0", "9 is excluded");
  assert.equal(read({ executed_lines: [1] }), "1/2 1/2 - - - 1", "fewer than declared is a lie");
  assert.equal(read({ executed_lines: [1, 2, 5] }, META), "3/4 1/2 - - - 1", "format 3 has no surplus");
  const { format: _, ...unnumbered } = old;
  assert.equal(read({ executed_lines: [1, 2, 5] }, unnumbered), "2/3 1/2 - - - 0");
});

test("a summary that lies is told, of a file and of all", () => {
  const lying = { ...SUMMARY, covered_lines: 3, percent_covered: 80 };
  const report = readDocument(
    coveragePy,
    JSON.stringify({ ...REPORT, files: { "a.py": { ...FILE, summary: lying } }, totals: lying }, null, 1),
  );
  assert.equal(figuresOf(report.files.get("a.py")), "2/3 1/2 - - -");
  const declared = { covered: 3, total: 3 };
  const counted = { covered: 2, total: 3 };
  const lines = report.mismatches.map(({ line }) => line);
  assert.deepEqual(
    report.mismatches,
    lines.map((line) => ({ file: "r.json", line, metric: "lines", declared, counted })),
  );
  assert.equal(lines.length, 2);
  assert.match(remarksOf(report).join(), /^rate-differs r\.json:\d+:15,rate-differs r\.json:\d+:12$/);
});

test("shards are merged by line, branch and function", () => {
  const interner = new Interner();
  const read = (file: object): ReturnType<typeof readDocument> =>
    readDocument(coveragePy, withFile(file), { interner });
  const first = read({}).files.get("a.py");
  const second = read({
    executed_lines: [3],
    missing_lines: [1, 2],
    executed_branches: [[2, 3]],
    missing_branches: [[2, 4]],
  });
  const other = second.files.get("a.py");
  assert.ok(first && other);
  assert.equal(figuresOf(mergeFileCounts(first, other)), "3/3 2/2 - - -");
  assert.equal(figuresOf(mergeFileCounts(other, first)), "3/3 2/2 - - -");
});

test("what is of the wrong form is refused where it stands", () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [withFile({ executed_lines: [0] }), /^HP-READ-SYNTAX 1:\d+ must be the number of a line/],
    [withFile({ executed_lines: [-1] }), /^HP-READ-SYNTAX 1:\d+ must be the number of a line/],
    [withFile({ missing_lines: [1.5] }), /^HP-READ-SYNTAX 1:\d+ must be the number of a line/],
    [withFile({ missing_lines: ["3"] }), /^HP-READ-SYNTAX 1:\d+ must be the number of a line, not a string/],
    [withFile({ missing_lines: null }), /^HP-READ-SYNTAX 1:\d+ must be an array, not null/],
    [withFile({ missing_lines: [2, 3] }), /^HP-READ-SYNTAX 1:\d+ line 2 is both executed and missing/],
    [withFile({ executed_branches: [[1]] }), /^HP-READ-SYNTAX 1:\d+ a branch must be two numbers/],
    [withFile({ executed_branches: [[1, 2, 3]] }), /^HP-READ-SYNTAX 1:\d+ a branch must be two numbers/],
    [withFile({ executed_branches: [[1, 2.5]] }), /^HP-READ-SYNTAX 1:\d+ a branch must be two numbers/],
    [withFile({ executed_branches: undefined }), /^HP-READ-SYNTAX 1:\d+ branches were measured, and the file has no/],
    [withFile({ executed_lines: undefined }), /^HP-READ-SYNTAX 1:\d+ there are no executed_lines/],
    [withFile({ summary: { ...SUMMARY, covered_lines: -2 } }), /^HP-READ-SYNTAX 1:\d+ must be a count/],
    [withFile({ summary: { ...SUMMARY, covered_lines: "many" } }), /^HP-READ-SYNTAX 1:\d+ must be a count/],
    [withFile({ contexts: { x: ["t"] } }), /^HP-READ-SYNTAX 1:\d+ "x" is not the number of a line/],
    [withFile({ contexts: { 1: "t" } }), /^HP-READ-SYNTAX 1:\d+ must be an array/],
    [{ ...REPORT, meta: { ...META, branch_coverage: 1 } }, /^HP-READ-SYNTAX 1:\d+ must be true or false/],
    [{ ...REPORT, meta: { ...META, format: 4 } }, /^HP-READ-NOT-THE-FORMAT 1:19 format 4 of coverage\.py is not read/],
    [{ files: {}, totals: SUMMARY }, /^HP-READ-NOT-THE-FORMAT 1:1 the document has no meta and files/],
    [{ meta: META }, /^HP-READ-NOT-THE-FORMAT 1:1 the document has no meta and files/],
    [{ meta: { simplecov_version: "1" }, coverage: {} }, /^HP-READ-NOT-THE-FORMAT 1:9 this is no meta/],
    [[], /^HP-READ-NOT-THE-FORMAT 1:1 /],
    ["<html>", /^HP-READ-NOT-THE-FORMAT 1:1 /],
    ["", /^HP-READ-EMPTY 1:1 /],
  ];
  for (const [document, expected] of cases) assert.match(refusalOf(coveragePy, document), expected);
});

test("a report of no file, and a file of no statement, are remarked", () => {
  assert.deepEqual(remarksOf(readDocument(coveragePy, { meta: META, files: {} })), ["nothing-measured r.json:1:1"]);
  const empty = { ...FILE, executed_lines: [], missing_lines: [], executed_branches: [], missing_branches: [] };
  const { summary: _, ...file } = empty;
  assert.match(
    remarksOf(readDocument(coveragePy, { meta: META, files: { "a.py": file } })).join(),
    /^nothing-measured r\.json:1:\d+$/,
  );
});
