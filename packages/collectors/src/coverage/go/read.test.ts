import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { Interner } from "../counts/interner.ts";
import { countLineHits, linesOf } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import { LINE_SIZE_BYTES_MAX } from "../line-blocks.ts";
import type { ReadCoverage } from "../read-report.ts";
import { readWhole } from "../read-report.ts";
import { go } from "./format.ts";

const read = (text: string | Uint8Array, keepHits = false): ReadCoverage =>
  readWhole(go, Buffer.from(text as string), { file: "c.out", interner: new Interner(), keepHits });
const profile = (...lines: readonly string[]): string => ["mode: count", ...lines, ""].join("\n");

/** `covered lines | missed lines | statements` of a file. */
function figures(report: ReadCoverage, path = "m/a.go"): string {
  const { lines, statements, branches, functions } = report.files.get(path) ?? {};
  assert.ok(lines && statements, path);
  assert.deepEqual([branches, functions], [null, null]);
  const { covered, total } = countPoints(statements);
  return `${linesOf(lines, true).join()} | ${linesOf(lines, false).join()} | ${covered}/${total}`;
}

function refusal(text: string): string {
  try {
    read(text);
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    return `${thrown.code} ${thrown.place.line}:${thrown.place.column}`;
  }
  return "accepted";
}

test("statements are exact, and a line is covered when a block on it was run", () => {
  const report = read(profile("m/a.go:3.14,5.12 2 1", "m/a.go:5.12,7.3 1 0", "m/a.go:9.2,9.10 1 4"));
  assert.equal(figures(report), "3,4,5,9 | 6,7 | 3/4");
  assert.equal(report.instrumenter, "go-cover");
  assert.deepEqual(report.remarks, []);
});

test("a block that several packages ran is one, run when any ran it, in any order", () => {
  const lines = ["m/a.go:3.1,4.2 2 0", "m/b.go:1.1,1.9 1 0", "m/a.go:3.1,4.2 2 7", "m/a.go:3.1,4.2 2 0"];
  const report = read(profile(...lines), true);
  assert.equal(figures(report), "3,4 |  | 2/2");
  assert.equal(figures(report, "m/b.go"), " | 1 | 0/1");
  assert.deepEqual([...(report.files.get("m/a.go")?.hits ?? [])], [7, 7]);
  assert.equal(figures(read(profile(...lines.toReversed()))), figures(report));
});

test("profiles after one another are one when they have the same mode", () => {
  const one = "mode: set\nm/a.go:1.1,2.2 1 0\n";
  assert.equal(figures(read(`${one}mode: set\nm/a.go:1.1,2.2 1 1\n`)), "1,2 |  | 1/1");
  assert.equal(refusal(`${one}mode: atomic\nm/a.go:1.1,2.2 1 1\n`), "HP-READ-SYNTAX 3:7");
});

test("names with blanks, colons, drives and other alphabets, and carriage returns, are read", () => {
  const report = read("\ufeffmode: set\r\nC:\\a b\\c:d é.go:1.1,1.5 1 1\r\n\r\n");
  assert.equal(figures(report, "C:\\a b\\c:d é.go"), "1 |  | 1/1");
});

test("hits of a line are those of its most run block, and too large a count is remarked on", () => {
  const report = read(profile("m/a.go:1.1,1.5 1 3", "m/a.go:1.6,1.9 1 18446744073709551616"), true);
  assert.deepEqual([...(report.files.get("m/a.go")?.hits ?? [])], [HITS_MAX]);
  assert.deepEqual(
    report.remarks.map(({ code, line }) => [code, line]),
    [["hits-saturated", 3]],
  );
  assert.deepEqual(read(profile("m/a.go:1.1,1.5 1 18446744073709551615")).remarks, []);
});

test("a block without statements is no line, and a profile of those measures nothing", () => {
  const report = read(profile("m/a.go:1.1,9.9 0 1"));
  assert.equal(report.files.get("m/a.go")?.lines, null);
  assert.equal(report.remarks[0]?.code, "nothing-measured");
  assert.equal(read("mode: set\n").remarks[0]?.code, "nothing-measured");
});

test("what is no profile, or contradicts itself, is refused with its place", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["", "HP-READ-EMPTY undefined:undefined"],
    ["<!DOCTYPE html>\n", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["m/a.go:1.1,2.2 1 1\n", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["mode: regional\n", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["mode: set", "HP-READ-TRUNCATED 1:1"],
    [profile("m/a.go:1.1,2.2 1"), "HP-READ-SYNTAX 2:1"],
    [profile("m/a.go 1 1"), "HP-READ-SYNTAX 2:1"],
    [profile("x"), "HP-READ-SYNTAX 2:1"],
    [profile(" :1.1,2.2 1 1"), "HP-READ-SYNTAX 2:1"],
    [profile("m/a.go:1.1 1 1"), "HP-READ-SYNTAX 2:8"],
    [profile("m/a.go:0.1,2.2 1 1"), "HP-READ-SYNTAX 2:8"],
    [profile("m/a.go:3.1,2.2 1 1"), "HP-READ-SYNTAX 2:8"],
    [profile("m/a.go:2.3,2.2 1 1"), "HP-READ-SYNTAX 2:8"],
    [profile("m/a.go:1.1,99999999.2 1 1"), "HP-READ-SYNTAX 2:8"],
    [profile("m/a.go:1.1,2.2 -1 1"), "HP-READ-SYNTAX 2:16"],
    [profile("m/a.go:1.1,2.2 1 -1"), "HP-READ-SYNTAX 2:18"],
    [profile("m/a.go:1.1,2.2 1 undefined"), "HP-READ-SYNTAX 2:18"],
    [profile("m/a.go:1.1,2.2 1 ====="), "HP-READ-SYNTAX 2:18"],
    [profile("m/a.go:1.1,2.2 1 1.5"), "HP-READ-SYNTAX 2:18"],
    [profile("m/a.go:1.1,2.2 1 1", "m/a.go:1.1,2.2 2 1"), "HP-READ-SYNTAX 3:1"],
    [profile("m/a.go:1.1,2.2 1 1").trimEnd(), "HP-READ-TRUNCATED 2:1"],
    [profile("m/a.go:1.1,2.2 1 1").slice(0, -4), "HP-READ-TRUNCATED 2:1"],
    [profile("m/a.go:1.1,2.2 1 1\0"), "HP-READ-ENCODING 2:19"],
    [profile("x".repeat(LINE_SIZE_BYTES_MAX + 2)), "HP-READ-TOO-LARGE 2:1"],
    [profile(`${"x".repeat(20_000)}:1.1,2.2 1 1`), "HP-READ-TOO-LARGE 2:1"],
  ];
  for (const [text, expected] of cases) assert.equal(refusal(text), expected, text.slice(0, 60));
});

test("blocks that span the world are refused before they are counted", () => {
  const bombs = ["m/a.go:1.1,3000000.1 1 1", "m/b.go:1.1,3000000.1 1 1", "m/c.go:1.1,3000000.1 1 1"];
  assert.equal(refusal(profile(...bombs)), "HP-READ-TOO-LARGE 4:1");
  assert.equal(refusal(profile("m/a.go:1.1,2.1 4000000 1", "m/a.go:1.1,3.1 4000001 1")), "HP-READ-TOO-LARGE 3:1");
});

test("only profiles look like profiles", () => {
  assert.ok(go.looksLike(Buffer.from("mode: atomic\r\n")));
  for (const other of ["mode: atomicx\n", "TN:\nSF:a\n", "", " mode: set\n"])
    assert.ok(!go.looksLike(Buffer.from(other)));
});

test("a line is counted once however many blocks are on it", () => {
  const report = read(profile("m/a.go:1.1,3.2 1 0", "m/a.go:2.1,2.9 1 0", "m/a.go:3.1,3.2 1 1"));
  const { lines } = report.files.get("m/a.go") ?? {};
  assert.deepEqual(lines && countLineHits(lines), { covered: 1, total: 3 });
});
