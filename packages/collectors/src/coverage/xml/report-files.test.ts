import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileCounts } from "../counts/file-counts.ts";
import { NOTHING_COUNTED } from "../counts/file-counts.ts";
import { countLineHits } from "../counts/line-hits.ts";
import { Remarks } from "../remarks.ts";
import type { RepeatRule } from "./report-files.ts";
import { ReportFiles } from "./report-files.ts";

const lines = (...entries: readonly number[]): FileCounts => ({ ...NOTHING_COUNTED, lines: Uint32Array.from(entries) });

function remarked(rule: RepeatRule, parts: readonly (readonly [string, FileCounts])[]): string[] {
  const remarks = new Remarks("r.xml");
  const files = new ReportFiles(rule, remarks);
  parts.forEach(([path, counts], index) => files.add(path, counts, { line: index + 1, column: 3 }));
  files.finish();
  return remarks.finish().map(({ code, line, column }) => `${code} ${line}:${column}`);
}

test("parts of one file are joined, whatever came between them", () => {
  const files = new ReportFiles("never", new Remarks("r.xml"));
  const place = { line: 1, column: 1 };
  files.add("a", lines(2, 4), place);
  files.add("b", lines(2), place);
  files.add("a", lines(3, 6), place);
  files.add("a", lines(8), place);
  const joined = files.finish();
  assert.deepEqual([...(joined.get("a")?.lines ?? [])], [3, 4, 6, 8]);
  assert.deepEqual([...(joined.get("b")?.lines ?? [])], [2]);
});

test("what stands twice is told by the format's rule", () => {
  const agreeing = [["a", lines(2, 5)] as const, ["a", lines(5, 6)] as const];
  const contrary = [["a", lines(2, 4)] as const, ["a", lines(5, 6)] as const];
  assert.deepEqual(remarked("repeated", agreeing), ["duplicate-file 2:3"]);
  assert.deepEqual(remarked("contradicted", agreeing), []);
  assert.deepEqual(remarked("contradicted", contrary), ["duplicate-file 2:3"]);
  assert.deepEqual(remarked("never", contrary), []);
  assert.deepEqual(remarked("repeated", [["a", lines(2)] as const, ["b", lines(2)] as const]), []);
});

test("a file and a report without anything to cover are told", () => {
  assert.deepEqual(
    remarked("never", [
      ["a", NOTHING_COUNTED],
      ["b", lines(2)],
      ["c", lines()],
    ]),
    ["nothing-measured 1:3", "nothing-measured 3:3"],
  );
  assert.deepEqual(
    remarked("never", [
      ["a", NOTHING_COUNTED],
      ["a", lines(2)],
    ]),
    [],
  );
  assert.deepEqual(remarked("never", []), ["nothing-measured 1:null"]);
});

test("very many parts of one file are joined soon", () => {
  const files = new ReportFiles("contradicted", new Remarks("r.xml"));
  for (let line = 1; line <= 50_000; line += 1) {
    files.add("a", lines(line * 2), { line, column: 1 });
    files.add("b", lines(line * 2 + 1), { line, column: 1 });
  }
  const joined = files.finish();
  const count = joined.get("a")?.lines;
  assert.deepEqual(count && countLineHits(count), { covered: 0, total: 50_000 });
});
