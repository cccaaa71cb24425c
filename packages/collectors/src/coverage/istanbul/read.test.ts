import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { Interner } from "../counts/interner.ts";
import { countLineHits, linesOf } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import { mergeFileCounts } from "../counts/file-counts.ts";
import type { FileCounts } from "../counts/file-counts.ts";
import type { ReadCoverage } from "../read-report.ts";
import { readWhole } from "../read-report.ts";
import { istanbul } from "./format.ts";

const read = (document: unknown, interner: Interner = new Interner()): ReadCoverage =>
  readWhole(istanbul, document instanceof Uint8Array ? document : Buffer.from(JSON.stringify(document)), {
    file: "c.json",
    interner,
  });
const loc = (line: number, column: number = 0): Json => ({
  start: { line, column },
  end: { line, column: column + 5 },
});

/** Two statements on line 1, one on line 3; one function; one branch of two ways. */
const ENTRY = {
  path: "/w/a.ts",
  statementMap: { 0: loc(1), 1: loc(1, 9), 2: loc(3) },
  s: { 0: 0, 1: 4, 2: 0 },
  fnMap: { 0: { name: "f", decl: loc(2), loc: loc(2, 4), line: 2 } },
  f: { 0: 1 },
  branchMap: { 0: { type: "if", loc: loc(3), locations: [loc(3), { start: {}, end: {} }], line: 3 } },
  b: { 0: [0, 2] },
};
const withEntry = (patch: object): unknown => ({ "/w/a.ts": { ...ENTRY, ...patch } });

function figures(counts: FileCounts | undefined): string {
  assert.ok(counts?.lines && counts.branches && counts.functions && counts.statements);
  const show = ({ covered, total }: { covered: number; total: number }): string => `${covered}/${total}`;
  return [countLineHits(counts.lines), ...[counts.branches, counts.functions, counts.statements].map(countPoints)]
    .map(show)
    .join(" ");
}

function refusal(document: unknown): string {
  try {
    read(document);
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    const { file, line, column } = thrown.place;
    return `${thrown.code} ${file}:${line}:${column} ${thrown.message}`;
  }
  return "accepted";
}

test("lines are those on which statements begin, hit when any of them was", () => {
  const counts = read(withEntry({})).files.get("/w/a.ts");
  assert.equal(figures(counts), "1/2 1/2 1/1 1/3");
  assert.deepEqual([...linesOf(counts?.lines ?? new Uint32Array(), false)], [3]);
});

test("reports of real tools agree with the LCOV that the same run wrote", () => {
  const folder = new URL("./fixtures/", import.meta.url);
  const expected: Readonly<Record<string, string>> = {
    "c8.json": "v8-to-istanbul 17/25 4/5 2/6 17/25",
    "jest.json": "istanbul-lib-instrument 6/10 1/4 3/7 7/12",
    "nyc.json": "istanbul-lib-instrument 3/10 0/4 1/7 4/12",
    "vitest.json": "unknown 5/9 1/4 3/7 5/10",
  };
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  assert.deepEqual(names, Object.keys(expected).sort());
  for (const name of names) {
    const report = read(readFileSync(new URL(name, folder)));
    assert.equal(`${report.instrumenter} ${figures([...report.files.values()][0])}`, expected[name], name);
  }
});

test("shards of one file are joined by place, whatever numbers they gave", () => {
  const interner = new Interner();
  const first = read(withEntry({}), interner).files.get("/w/a.ts");
  const renumbered = {
    statementMap: { 7: loc(3), 8: loc(1) },
    s: { 7: 1, 8: 0 },
    branchMap: { 9: { ...ENTRY.branchMap[0] } },
    b: { 9: [1, 0] },
  };
  const second = read(withEntry(renumbered), interner).files.get("/w/a.ts");
  assert.ok(first && second);
  assert.equal(figures(mergeFileCounts(first, second)), "2/2 2/2 1/1 2/3");
  assert.equal(figures(mergeFileCounts(second, first)), "2/2 2/2 1/1 2/3");
});

test("maps and counters must agree, and counts must be counts", () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [withEntry({ s: { 0: 1 } }), /^HP-READ-SYNTAX .*statementMap has 3 entries and s has 1/],
    [withEntry({ s: { 0: 1, 1: 1, 3: 1 } }), /^HP-READ-SYNTAX c\.json:1:\d+ "2" is in statementMap and not in s/],
    [withEntry({ s: { 0: -1, 1: 1, 2: 1 } }), /must be a count/],
    [withEntry({ s: { 0: 1.5, 1: 1, 2: 1 } }), /must be a count/],
    [withEntry({ s: { 0: "1", 1: 1, 2: 1 } }), /must be a count/],
    [withEntry({ s: { 0: null, 1: 1, 2: 1 } }), /must be a count/],
    [withEntry({ b: { 0: [1] } }), /has 2 ways in branchMap and 1 counts in b/],
    [withEntry({ b: { 0: 1 } }), /must be an array/],
    [withEntry({ f: [] }), /must be an object/],
    [withEntry({ fnMap: undefined }), /the entry has no fnMap/],
    [withEntry({ statementMap: { 0: {}, 1: loc(1), 2: loc(1) } }), /begins on no line/],
    [withEntry({ statementMap: { 0: loc(0), 1: loc(1), 2: loc(1) } }), /must be the number of a line/],
    [withEntry({ path: "/w/b.ts" }), /path must be the key/],
  ];
  for (const [document, expected] of cases) assert.match(refusal(document), expected, JSON.stringify(document));
});

test("other documents are told apart", () => {
  assert.match(refusal([]), /^HP-READ-NOT-THE-FORMAT/);
  assert.match(refusal({ total: { lines: { total: 1, covered: 1, pct: 100 } } }), /^HP-READ-NOT-THE-FORMAT/);
  assert.match(refusal(Buffer.from("<html>")), /^HP-READ-/);
  assert.match(refusal(Buffer.from("")), /^HP-READ-EMPTY/);
  assert.match(refusal(Buffer.from('{"a":')), /^HP-READ-TRUNCATED/);
  assert.match(refusal(Buffer.from('{"a":{"s":{},"s":{}}}')), /^HP-READ-DUPLICATE-KEY/);
  assert.match(refusal(Buffer.from('{"a":'.repeat(100_000))), /^HP-READ-DEPTH/);
});

test("each fault is placed where it stands", () => {
  const lines = (patch: object): Buffer => Buffer.from(JSON.stringify(withEntry(patch), null, 1));
  assert.match(refusal(lines({ s: { 0: 0, 1: -4, 2: 0 } })), /^HP-READ-SYNTAX c\.json:\d+:9 must be a count/);
  assert.match(refusal(lines({ path: "/w/b.ts" })), /^HP-READ-SYNTAX c\.json:3:11 /);
  assert.match(refusal({ meta: { version: "7" } }), /^HP-READ-NOT-THE-FORMAT c\.json:1:9 /);
});

test("what is odd and no fault is remarked, and hits are kept where they are asked for", () => {
  const empty = { path: "/w/e.ts", statementMap: {}, s: {}, fnMap: {}, f: {}, branchMap: {}, b: {} };
  const document = `{"/w/e.ts":${JSON.stringify(empty)},\n"/w/a.ts":${JSON.stringify({ ...ENTRY, s: null })}}`;
  const bytes = Buffer.from(document.replace('"s":null', `"s":{"0":${"9".repeat(30)},"1":4,"2":0}`));
  const report = readWhole(istanbul, bytes, { file: "c.json", interner: new Interner(), keepHits: true });
  assert.deepEqual(
    report.remarks.map(({ code, line, column }) => [code, line, column]),
    [
      ["nothing-measured", 1, 12],
      ["hits-saturated", 2, (bytes.toString().split("\n")[1] ?? "").indexOf("9".repeat(30)) + 1],
    ],
  );
  assert.deepEqual([...(report.files.get("/w/a.ts")?.hits ?? [])], [2 ** 64, 0]);
  assert.deepEqual(
    read({}).remarks.map(({ code, line, column }) => [code, line, column]),
    [["nothing-measured", 1, 1]],
  );
});
