import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { Interner } from "./counts/interner.ts";
import { metricCount } from "./counts/metric-counts.ts";
import { formatOf } from "./formats.ts";
import { readInPieces } from "./testing.ts";

const FILE = "report.txt";

/** What a report in pieces comes to: its lines, then mismatches and remarks with their places; or the refusal. */
function outcome(text: string | Uint8Array): string {
  const bytes = Buffer.from(text as string);
  try {
    const read = readInPieces(formatOf(bytes, FILE), bytes, [1, 17, 3], { file: FILE, interner: new Interner() });
    const lines = [...read.files].map(([path, counts]) => {
      const { covered = 0, total = 0 } = metricCount(counts, "lines") ?? {};
      return `${path} ${covered}/${total}`;
    });
    const mismatches = read.mismatches.map(({ line, metric }) => `mismatch ${metric} ${line}`);
    return [...lines, ...mismatches, ...read.remarks.map(({ code, line }) => `${code} ${line}`)].join("; ");
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    assert.equal(thrown.place.file, FILE);
    return `${thrown.code} ${thrown.place.line ?? "-"}:${thrown.place.column ?? "-"}`;
  }
}
const lcov = (...records: readonly string[]): string => ["TN:", "SF:a", ...records, "end_of_record", ""].join("\n");
const go = (...blocks: readonly string[]): string => ["mode: count", ...blocks, ""].join("\n");

const CASES: readonly (readonly [what: string, text: string | Uint8Array, expected: string])[] = [
  ["a summary that lies", lcov("DA:1,0", "DA:2,0", "LF:2", "LH:2"), "a 0/2; mismatch lines 6"],
  ["a summary that hides lines", lcov("DA:1,1", "DA:2,0", "LF:1", "LH:1"), "a 1/2; mismatch lines 6"],
  ["no summary", lcov("DA:1,1", "DA:2,0"), "a 1/2"],
  ["cut off in a record", "TN:\nSF:a\nDA:1,1\nDA:2", "HP-READ-TRUNCATED 4:5"],
  ["cut off in a tag", "TN:\nSF:a\nDA:1,1\nD", "HP-READ-TRUNCATED 4:1"],
  ["cut off after a record", "TN:\nSF:a\nDA:1,1\n", "HP-READ-TRUNCATED 3:1"],
  ["cut off in the last word", "TN:\nSF:a\nDA:1,1\nend_of_recor", "HP-READ-TRUNCATED 4:1"],
  ["hits undefined", lcov("DA:1,undefined"), "HP-READ-SYNTAX 3:6"],
  ["hits =====", lcov("DA:1,====="), "HP-READ-SYNTAX 3:6"],
  ["hits NaN", lcov("DA:1,NaN"), "HP-READ-SYNTAX 3:6"],
  ["negative hits", lcov("DA:1,-1"), "HP-READ-SYNTAX 3:6"],
  ["hits in another notation", lcov("DA:1,1e3"), "HP-READ-SYNTAX 3:7"],
  ["a count beyond 64 bits", lcov("DA:1,18446744073709551616", "DA:2,0"), "a 1/2; hits-saturated 3"],
  ["the largest count of 64 bits", lcov("DA:1,18446744073709551615", "DA:2,0"), "a 1/2"],
  ["0 of 0", lcov("LF:0", "LH:0"), "a 0/0; nothing-measured 2"],
  ["0 of 0 that says it is more", lcov("LF:3", "LH:3"), "a 0/0; mismatch lines 4"],
  ["an HTML error page", "<!DOCTYPE html>\n<html><body>502</body></html>\n", "HP-READ-NOT-THE-FORMAT 1:1"],
  ["an HTML error page under a sound beginning", lcov("<html>"), "HP-READ-SYNTAX 3:1"],
  ["an empty file", "", "HP-READ-EMPTY -:-"],
  ["only blank lines", "\n\n\n", "HP-READ-NOT-THE-FORMAT 1:1"],
  ["a binary file", Uint8Array.of(0x54, 0x4e, 0x3a, 0x0a, 0x00, 0x01), "HP-READ-ENCODING 2:1"],
  ["another encoding", Buffer.from("TN:\nSF:caf\xe9\nend_of_record\n", "latin1"), "HP-READ-ENCODING 2:7"],
  ["the same file twice", lcov("DA:1,1") + lcov("DA:1,0", "DA:2,0"), "a 1/2; duplicate-file 6"],
  ["a line that stands twice", lcov("DA:1,0", "DA:1,3", "DA:1,0"), "a 1/1"],
  ["a Windows path", "SF:C:\\src\\a.ts\nDA:1,1\nend_of_record\n", "C:\\src\\a.ts 1/1"],
  ["a URL", "SF:https://h/a.ts?x#y\nDA:1,1\nend_of_record\n", "https://h/a.ts?x#y 1/1"],
  ["a path that climbs", "SF:../../../etc/passwd\nDA:1,1\nend_of_record\n", "../../../etc/passwd 1/1"],
  ["a path named like a method", "SF:__proto__\nDA:1,1\nend_of_record\n", "__proto__ 1/1"],
  ["line 0", lcov("DA:0,1"), "HP-READ-SYNTAX 3:5"],
  ["a line beyond all files", lcov("DA:99999999999,1"), "HP-READ-SYNTAX 3:15"],
  ["records of nobody", "TN:\nDA:1,1\n", "HP-READ-SYNTAX 2:1"],
  ["a section in a section", lcov("SF:b"), "HP-READ-SYNTAX 3:4"],
  ["a section that ends twice", `${lcov("DA:1,1")}end_of_record\n`, "HP-READ-SYNTAX 5:1"],
  ["a Go profile that contradicts itself", go("a.go:1.1,2.2 1 1", "a.go:1.1,2.2 2 1"), "HP-READ-SYNTAX 3:1"],
  ["a Go profile cut off", go("a.go:1.1,2.2 1 10").slice(0, -2), "HP-READ-TRUNCATED 2:1"],
  ["a Go profile of nothing", go(), "nothing-measured 1"],
  ["a Go block of negative hits", go("a.go:1.1,2.2 1 -1"), "HP-READ-SYNTAX 2:16"],
  ["a Go block that spans the world", go("a.go:1.1,16000000.2 1 1"), "HP-READ-TOO-LARGE 2:1"],
];

for (const [what, text, expected] of CASES) {
  test(`${what}: ${expected}`, () => assert.equal(outcome(text), expected));
}
