import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { Job } from "./job.ts";
import { planJobs } from "./plan-jobs.ts";

const SECTION = `SF:a.ts\n${"DA:1,1\n".repeat(30)}end_of_record\n`;

function plan(
  root: string,
  path: string,
  partBytes: number,
  format: "auto" | "lcov" | "go" = "auto",
): Promise<readonly Job[]> {
  return planJobs(new Map([[path, statSync(join(root, path)).size]]), { root, format, partBytes });
}

test("a large report is parted where sections end, without a gap", async (context) => {
  const root = scratch(context, { "a.info": SECTION.repeat(2_000) });
  const [digest, ...parts] = await plan(root, "a.info", 100_000);
  assert.equal(digest?.type, "digest");
  const text = readFileSync(join(root, "a.info"), "latin1");
  let at = 0;
  for (const part of parts) {
    assert.ok(part.type === "part");
    assert.equal(part.start, at);
    assert.ok(text.slice(0, part.end).endsWith("\nend_of_record\n"));
    assert.ok(part.end - part.start <= 100_000 + SECTION.length + 1);
    at = part.end;
  }
  assert.equal(at, text.length);
  assert.ok(parts.length >= 4, `${parts.length} parts`);
});

test("small files, other formats and files without a place to part are one job", async (context) => {
  const root = scratch(context, {
    "small.info": SECTION,
    "one.info": `SF:a.ts\n${"DA:1,1\n".repeat(30_000)}end_of_record\n`,
    "a.out": `mode: set\n${"m/a.go:1.1,2.2 1 1\n".repeat(9_000)}`,
    "odd.txt": "x".repeat(100_000),
    "none.info": SECTION.repeat(3),
  });
  for (const [path, partBytes] of [
    ["small.info", 1_000],
    ["one.info", 1_000],
    ["a.out", 1_000],
    ["odd.txt", 1_000],
    ["none.info", 1_000],
  ] as const) {
    assert.deepEqual(await plan(root, path, partBytes), [{ type: "file", path }], path);
  }
  assert.deepEqual(await plan(root, "a.out", 1_000, "go"), [{ type: "file", path: "a.out" }]);
});

test("the end of a section that lies across two looks is found", async (context) => {
  const gap = 65_536 - 8;
  const before = `SF:a.ts\n${"DA:1,1\n".repeat(2)}`;
  const filler = "#".repeat(1_000 + gap - before.length - 1);
  const root = scratch(context, { "a.info": `${before}${filler}\nend_of_record\n${SECTION.repeat(400)}` });
  const jobs = await plan(root, "a.info", 1_000);
  const [, first] = jobs;
  assert.ok(first?.type === "part" && first.end === 1_000 + gap + "\nend_of_record\n".length - 1);
});
