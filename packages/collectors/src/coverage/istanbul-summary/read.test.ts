import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { mergeFileCounts } from "../counts/file-counts.ts";
import { figuresOf, readDocument, refusalOf, remarksOf, sumsOf } from "../json/testing.ts";
import { istanbulSummary } from "./format.ts";

const metric = (
  covered: number,
  total: number,
  pct: number | string = total === 0 ? 100 : (covered * 100) / total,
): object => ({
  total,
  covered,
  skipped: 0,
  pct,
});
const ENTRY = { lines: metric(3, 4), statements: metric(3, 5), functions: metric(1, 2), branches: metric(0, 0) };
const withEntry = (patch: object): object => ({ total: { ...ENTRY, ...patch }, "/w/a.js": { ...ENTRY, ...patch } });

test("a summary of nyc says what nyc printed", () => {
  const bytes = readFileSync(new URL("./fixtures/nyc.json", import.meta.url));
  const report = readDocument(istanbulSummary, bytes);
  const { total } = JSON.parse(bytes.toString()) as { total: Record<string, { covered: number; total: number }> };
  const printed = ["lines", "branches", "functions", "statements"].map(
    (name) => `${total[name]?.covered}/${total[name]?.total}`,
  );
  assert.equal(sumsOf(report), [...printed, "-"].join(" "));
  assert.equal(report.files.size, 5);
  assert.ok([...report.files.values()].every(({ lines, branches }) => lines === null && branches === null));
  assert.deepEqual([report.mismatches, report.remarks], [[], []]);
});

test("counts stand without lines, and a total that is not their sum is told", () => {
  const report = readDocument(istanbulSummary, withEntry({}));
  assert.equal(figuresOf(report.files.get("/w/a.js")), "3/4 0/0 1/2 3/5 -");
  assert.deepEqual([report.mismatches, report.remarks], [[], []]);
  const lying = readDocument(
    istanbulSummary,
    `{"total": ${JSON.stringify({ ...ENTRY, lines: metric(4, 4) })},\n "/w/a.js": ${JSON.stringify(ENTRY)}}`,
  );
  assert.deepEqual(lying.mismatches, [
    { file: "r.json", line: 1, metric: "lines", declared: { covered: 4, total: 4 }, counted: { covered: 3, total: 4 } },
  ]);
});

test("the total may stand anywhere, may be absent, and may say Unknown", () => {
  assert.deepEqual(readDocument(istanbulSummary, { "/w/a.js": ENTRY, total: ENTRY }).mismatches, []);
  assert.equal(readDocument(istanbulSummary, { "/w/a.js": ENTRY }).files.size, 1);
  const unknown = { lines: metric(0, 0, "Unknown") };
  assert.deepEqual(remarksOf(readDocument(istanbulSummary, { total: unknown })), ["nothing-measured r.json:1:1"]);
});

test("a percentage that is not the one of its count is remarked", () => {
  for (const pct of [75, 75.001, 74.995]) {
    assert.deepEqual(remarksOf(readDocument(istanbulSummary, { "/w/a.js": { lines: metric(3, 4, pct) } })), []);
  }
  for (const pct of [100, 74, 76]) {
    const report = readDocument(istanbulSummary, { "/w/a.js": { lines: metric(3, 4, pct) } });
    assert.deepEqual(remarksOf(report), ["rate-differs r.json:1:21"], String(pct));
  }
  assert.deepEqual(remarksOf(readDocument(istanbulSummary, { "/w/a.js": { lines: metric(2, 3, 66.66) } })), []);
});

test("of two summaries of one file the larger counts stand, because nobody knows what they share", () => {
  const read = (covered: number): ReturnType<typeof readDocument> =>
    readDocument(istanbulSummary, { "/w/a.js": { lines: metric(covered, 4) } });
  const [first, second] = [read(3).files.get("/w/a.js"), read(1).files.get("/w/a.js")];
  assert.ok(first && second);
  assert.equal(figuresOf(mergeFileCounts(first, second)), "3/4 - - - -");
  assert.equal(figuresOf(mergeFileCounts(second, first)), "3/4 - - - -");
});

test("a file of nothing is remarked", () => {
  const report = readDocument(istanbulSummary, { "/w/a.js": { lines: metric(0, 0), branches: metric(0, 0) } });
  assert.deepEqual(remarksOf(report), ["nothing-measured r.json:1:12"]);
});

test("what is of the wrong form is refused where it stands", () => {
  const lines = (value: unknown): object => ({ "/w/a.js": { lines: value } });
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [lines(metric(5, 4)), /^HP-READ-SYNTAX 1:21 5 of 4 cannot be covered/],
    [lines({ ...metric(3, 4), covered: -1 }), /^HP-READ-SYNTAX 1:\d+ must be a count/],
    [lines({ ...metric(3, 4), covered: 1.5 }), /^HP-READ-SYNTAX 1:\d+ must be a count/],
    [lines({ ...metric(3, 4), total: "4" }), /^HP-READ-SYNTAX 1:\d+ must be a count/],
    [lines({ ...metric(3, 4), skipped: null }), /^HP-READ-SYNTAX 1:\d+ must be a count/],
    [lines({ pct: 75 }), /^HP-READ-NOT-THE-FORMAT 1:21 this is no count of a summary/],
    [lines([1, null]), /^HP-READ-NOT-THE-FORMAT 1:21 this is no count of a summary/],
    [{ "/w/a.js": { statementMap: {} } }, /^HP-READ-NOT-THE-FORMAT 1:12 this is no summary of a file: it has no lines/],
    [{ "/w/a.js": 1 }, /^HP-READ-NOT-THE-FORMAT 1:12 this is no summary of a file/],
    [[], /^HP-READ-NOT-THE-FORMAT 1:1 /],
    ["", /^HP-READ-EMPTY 1:1 /],
  ];
  for (const [document, expected] of cases) assert.match(refusalOf(istanbulSummary, document), expected);
});
