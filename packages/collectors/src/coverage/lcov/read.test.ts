import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { Interner } from "../counts/interner.ts";
import { countLineHits, linesOf } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import type { ReadCoverage } from "../read-report.ts";
import { readWhole } from "../read-report.ts";
import { lcov } from "./format.ts";

const read = (source: string | Uint8Array): ReadCoverage =>
  readWhole(lcov, typeof source === "string" ? Buffer.from(source) : source, {
    file: "a.info",
    interner: new Interner(),
  });
const section = (...records: readonly string[]): string => ["SF:a.ts", ...records, "end_of_record", ""].join("\n");

/** `lines branches functions` of a file, `-` where not measured. */
function figures(report: ReadCoverage, path: string = "a.ts"): string {
  const counts = report.files.get(path);
  assert.ok(counts !== undefined, path);
  const show = (count: { covered: number; total: number } | null): string =>
    count === null ? "-" : `${count.covered}/${count.total}`;
  return [
    counts.lines && countLineHits(counts.lines),
    counts.branches && countPoints(counts.branches),
    counts.functions && countPoints(counts.functions),
  ]
    .map(show)
    .join(" ");
}

function refusal(source: string | Uint8Array): string {
  try {
    read(source);
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    return `${thrown.code} ${thrown.place.file}:${thrown.place.line}:${thrown.place.column}`;
  }
  return "accepted";
}

test("reports of real tools are counted as they declare, and their writers recognised by what they show", () => {
  const expected: Readonly<Record<string, string>> = {
    "c8.info": "csrc/price.cjs 17/25 4/5 2/6 istanbul-reports",
    "coverage-py.info": "src/price.py 4/6 1/2 - unknown",
    "jest.info": "csrc/price.cjs 6/10 1/4 3/7 istanbul-reports",
    "node-test.info": "src/price.js 18/24 5/7 4/7 node:test",
    "vitest.info": "src/price.js 5/9 1/4 3/7 istanbul-reports",
  };
  const folder = new URL("./fixtures/", import.meta.url);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".info"))
    .sort();
  assert.deepEqual(names, Object.keys(expected).sort());
  for (const name of names) {
    const report = read(readFileSync(new URL(name, folder)));
    const path = [...report.files.keys()].at(-1) ?? "";
    assert.equal(`${path} ${figures(report, path)} ${report.instrumenter}`, expected[name]);
    assert.deepEqual(report.mismatches, [], name);
  }
});

test("totals come from the records, and a summary that lies is told", () => {
  const report = read(section("DA:1,0", "DA:2,0", "LF:2", "LH:2"));
  assert.equal(figures(report), "0/2 - -");
  assert.deepEqual(report.mismatches, [
    { file: "a.info", line: 5, metric: "lines", declared: { covered: 2, total: 2 }, counted: { covered: 0, total: 2 } },
  ]);
  assert.deepEqual(read(section("DA:1,1")).mismatches, []);
  assert.equal(read(section("BRF:3")).mismatches[0]?.metric, "branches");
  assert.equal(read(section("FN:1,f", "FNDA:1,f", "FNF:1", "FNH:0")).mismatches[0]?.metric, "functions");
});

test("every record of lcov 1 and 2 is read", () => {
  const report = read(
    section(
      "VER:abc",
      "DA:1,1,checksum/1+2==",
      "DA:2,0",
      "BRDA:1,0,0,1",
      "BRDA:1,e0,1,-",
      "BRDA:1,1,x > 1, y,0",
      "BRDA:2,0,99999999999,3",
      "FN:1,f(int, int)",
      "FNDA:2,f(int, int)",
      "FN:3,5,g",
      "FNDA:0,g",
      "MCDC:1,2,t,1,0,a && b",
      "MCF:2",
      "MCH:1",
      "LF:2",
      "LH:1",
      "BRF:4",
      "BRH:2",
      "FNF:2",
      "FNH:1",
    ),
  );
  assert.equal(figures(report), "1/2 2/4 1/2");
  assert.deepEqual(report.mismatches, []);
});

test("functions with one name are told apart, and aliases of one function are one", () => {
  const classes = read(
    section("FN:2,constructor", "FN:9,constructor", "FNDA:1,constructor", "FNDA:0,constructor", "FNF:2", "FNH:1"),
  );
  assert.equal(figures(classes), "- - 1/2");
  assert.deepEqual(classes.mismatches, []);
  assert.equal(figures(read(section("FN:2,f", "FN:9,f", "FNDA:1,f"))), "- - 1/2");
  assert.equal(figures(read(section("FNDA:0,f"))), "- - 0/1");
  const aliases = read(
    section("FNL:0,3,9", "FNA:0,0,f<int>", "FNA:0,2,f<char>", "FNL:1,12", "FNA:1,0,g", "FNF:3", "FNH:1"),
  );
  assert.equal(figures(aliases), "- - 1/2");
  assert.deepEqual(aliases.mismatches, []);
});

test("a path that stands twice is merged, whatever the numbers of its blocks and nameless functions", () => {
  const report = read(
    section("FN:4,anonymous_0", "FNDA:1,anonymous_0", "DA:1,1", "DA:2,0", "BRDA:2,0,0,0") +
      section("FN:4,anonymous_7", "FNDA:0,anonymous_7", "DA:2,5", "DA:3,0", "BRDA:2,6,0,1"),
  );
  assert.equal(figures(report), "2/3 1/1 1/1");
  const lines = report.files.get("a.ts")?.lines;
  assert.ok(lines);
  assert.deepEqual([...linesOf(lines, false)], [3]);
});

test("a metric without any record is not measured, which is not nothing of nothing", () => {
  assert.equal(figures(read(section("DA:1,1", "LF:1", "LH:1"))), "1/1 - -");
  assert.equal(figures(read(section("LF:0", "LH:0", "BRF:0", "BRH:0", "FNF:0", "FNH:0"))), "- - -");
  assert.equal(figures(read(section("LF:2"))), "0/0 - -");
});

test("counters of any size count as hit, also those that overflowed", () => {
  assert.equal(figures(read(section("DA:1,18446744073709551615", `DA:2,${"9".repeat(400)}`, "DA:3,000"))), "2/3 - -");
});

test("what is no count, no record or no section is refused with its place", () => {
  const cases: readonly (readonly [string, string])[] = [
    [section("DA:1,====="), "HP-READ-SYNTAX a.info:2:6"],
    [section("DA:1,undefined"), "HP-READ-SYNTAX a.info:2:6"],
    [section("DA:1,-1"), "HP-READ-SYNTAX a.info:2:6"],
    [section("DA:1,1.5"), "HP-READ-SYNTAX a.info:2:7"],
    [section("DA:1,"), "HP-READ-SYNTAX a.info:2:6"],
    [section("DA:1"), "HP-READ-SYNTAX a.info:2:5"],
    [section("DA:0,1"), "HP-READ-SYNTAX a.info:2:5"],
    [section("DA:4294967296,1"), "HP-READ-SYNTAX a.info:2:14"],
    [section("BRDA:1,0,0"), "HP-READ-SYNTAX a.info:2:10"],
    [section("BRDA:1,0,0,x"), "HP-READ-SYNTAX a.info:2:12"],
    [section("FNDA:f"), "HP-READ-SYNTAX a.info:2:6"],
    [section("FNA:0,1,f"), "HP-READ-SYNTAX a.info:2:9"],
    [section("FNL:0,1", "FNL:0,2"), "HP-READ-SYNTAX a.info:3:8"],
    [section("LF:many"), "HP-READ-SYNTAX a.info:2:4"],
    [section("DAX:1,1"), "HP-READ-SYNTAX a.info:2:1"],
    [section("XA:1,1"), "HP-READ-SYNTAX a.info:2:1"],
    [section("D:1,1"), "HP-READ-SYNTAX a.info:2:1"],
    [section("BRDX:1,0,0,1"), "HP-READ-SYNTAX a.info:2:1"],
    [section("XRDA:1,0,0,1"), "HP-READ-SYNTAX a.info:2:1"],
    [section("XY:1"), "HP-READ-SYNTAX a.info:2:1"],
    [section("constructor:1"), "HP-READ-SYNTAX a.info:2:1"],
    [section("SF:b.ts"), "HP-READ-SYNTAX a.info:2:4"],
    ["TN:\nDA:1,1\n", "HP-READ-SYNTAX a.info:2:1"],
    ["TN:\nend_of_record\n", "HP-READ-SYNTAX a.info:2:1"],
    ["SF: \nend_of_record\n", "HP-READ-SYNTAX a.info:1:4"],
    [`SF:${"x".repeat(20_000)}\n`, "HP-READ-TOO-LARGE a.info:1:4"],
    ["<!DOCTYPE html>\n<html></html>", "HP-READ-NOT-THE-FORMAT a.info:1:1"],
    ["{}", "HP-READ-NOT-THE-FORMAT a.info:1:1"],
    ["SF:a\nDA:1,1\0\n", "HP-READ-ENCODING a.info:2:7"],
    ["\n\r\n", "HP-READ-EMPTY a.info:undefined:undefined"],
  ];
  for (const [source, expected] of cases) assert.equal(refusal(source), expected, source.slice(0, 80));
});

test("a section that was cut off is never counted", () => {
  const whole = section("FN:1,f", "FNDA:1,f", "DA:1,1", "DA:2,10", "BRDA:1,0,0,1", "LF:2", "LH:2").trimEnd();
  assert.equal(refusal(whole), "accepted");
  for (let end = 3; end < whole.length; end += 1)
    assert.notEqual(refusal(whole.slice(0, end)), "accepted", whole.slice(0, end));
});

test("byte order mark, carriage returns, comments, blank lines and odd paths are read", () => {
  const report = read(
    "\ufeff# made by hand\r\nTN:\r\n\r\nSF:C:\\work\\src\\é a.ts\r\nDA:1,1\r\nend_of_record\r\n" +
      "SF:webpack://p/./src/b.ts\nDA:1,0\nend_of_record",
  );
  assert.deepEqual([...report.files.keys()], ["C:\\work\\src\\é a.ts", "webpack://p/./src/b.ts"]);
  assert.equal(figures(report, "C:\\work\\src\\é a.ts"), "1/1 - -");
});

const remarks = (report: ReadCoverage): string[] =>
  report.remarks.map(({ code, line, column }) => `${code} ${line}:${column ?? "-"}`);

test("what no tool should have written is remarked on with its place", () => {
  assert.deepEqual(remarks(read(section("DA:1,1") + section("DA:2,0"))), ["duplicate-file 4:-"]);
  assert.deepEqual(remarks(read(section("LF:0", "LH:0"))), ["nothing-measured 1:-"]);
  assert.deepEqual(remarks(read("TN:\n")), ["nothing-measured 1:-"]);
  assert.deepEqual(remarks(read(section("DA:1,1", "DA:2,18446744073709551615", "BRDA:1,0,0,99999999999999999999"))), [
    "hits-saturated 4:12",
  ]);
  assert.deepEqual(remarks(read(section("DA:1,99999999999999999999", "FN:1,f", "FNDA:99999999999999999999,f"))), [
    "hits-saturated 2:6",
    "hits-saturated 4:6",
  ]);
  assert.deepEqual(remarks(read(section("DA:1,1", "BRDA:1,0,0,1", "FN:1,f", "FNDA:1,f"))), []);
});

test("of very many remarks the first are kept, and the last says how many there were", () => {
  const { remarks } = read(section("DA:1,1").repeat(2_000));
  assert.equal(remarks.length, 1_000);
  assert.deepEqual([remarks[0]?.line, remarks[998]?.line], [4, 2_998]);
  assert.equal(remarks.at(-1)?.code, "more-remarks");
  assert.match(remarks.at(-1)?.text ?? "", /^1999 remarks in all, of which the first 999 are kept$/);
});

test("hits are kept where asked for, and summed over sections up to 64 bits", () => {
  const text = section("DA:1,5", "DA:2,0", "DA:3,18446744073709551615") + section("DA:1,2", "DA:3,7", "DA:4,1");
  const kept = readWhole(lcov, Buffer.from(text), { file: "a.info", interner: new Interner(), keepHits: true });
  assert.deepEqual([...(kept.files.get("a.ts")?.hits ?? [])], [7, 0, HITS_MAX, 1]);
  assert.equal(read(text).files.get("a.ts")?.hits, null);
});

test("the last line may end with the file, and what is cut off there is called so", () => {
  assert.equal(refusal(section("DA:1,1").trimEnd()), "accepted");
  assert.equal(refusal("SF:a.ts\nDA:1"), "HP-READ-TRUNCATED a.info:2:5");
  assert.equal(refusal("SF:a.ts\nDA:1,1\nend_of"), "HP-READ-TRUNCATED a.info:3:1");
  assert.equal(refusal("SF:a.ts\nDA:1,1\n"), "HP-READ-TRUNCATED a.info:2:1");
  assert.equal(refusal("SF:a.ts\nMCDC:1,2,x"), "HP-READ-TRUNCATED a.info:2:10");
});

test("ten million lines of one file are read in seconds", () => {
  const lines = 10_000_000;
  const digits = Buffer.alloc(lines * 14);
  let at = digits.write("SF:a.ts\n");
  for (let line = 1; line <= lines; line += 1) at += digits.write(`DA:${line},${line % 3}\n`, at, "latin1");
  at += digits.write("end_of_record\n", at);
  const { lines: read = null } =
    readWhole(lcov, digits.subarray(0, at), {
      file: "a.info",
      interner: new Interner(),
    }).files.get("a.ts") ?? {};
  assert.deepEqual(read && countLineHits(read), { covered: lines - Math.floor(lines / 3), total: lines });
});
