import assert from "node:assert/strict";
import { appendFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError, sha256Hex } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { Job, JobResult } from "./job.ts";
import { runJob } from "./run-job.ts";

const SECTION = "SF:a.ts\nDA:1,3\nDA:2,0\nend_of_record\n";
const { signal } = new AbortController();

const run = (root: string, job: Job, format: "auto" | "lcov" | "go" = "auto"): Promise<JobResult> =>
  runJob(job, { root, format, keepHits: true }, signal);

function part(root: string, start: number, end: number): Job {
  const stats = statSync(join(root, "a.info"));
  return {
    type: "part",
    path: "a.info",
    start,
    end,
    sizeBytes: stats.size,
    modifiedAtMs: Math.floor(stats.mtimeMs),
  };
}

function refusal(result: JobResult): string {
  assert.ok(result.type === "failed");
  return isHoldpointError(result.thrown) ? result.thrown.code : String(result.thrown);
}

test("a file is read by the format of its content, or by the one that is told", async (context) => {
  const root = scratch(context, { "a.info": SECTION, "a.out": "mode: set\na.go:1.1,2.2 1 1\n" });
  const read = await run(root, { type: "file", path: "a.info" });
  assert.ok(read.type === "file");
  assert.equal(read.format, "lcov");
  assert.equal(read.seen.sha256, sha256Hex(SECTION));
  assert.deepEqual([...(read.read.files.get("a.ts")?.hits ?? [])], [3, 0]);
  const profile = await run(root, { type: "file", path: "a.out" });
  assert.ok(profile.type === "file" && profile.format === "go");
  assert.equal(refusal(await run(root, { type: "file", path: "a.out" }, "lcov")), "HP-READ-NOT-THE-FORMAT");
  assert.equal(refusal(await run(root, { type: "file", path: "no.info" })), "HP-READ-ABSENT");
});

test("a part is read from its beginning to its end", async (context) => {
  const root = scratch(context, { "a.info": SECTION + SECTION.replace("a.ts", "b.ts") });
  const second = await run(root, part(root, SECTION.length, SECTION.length * 2));
  assert.ok(second.type === "part");
  assert.deepEqual([...second.part.files.keys()], ["b.ts"]);
  assert.equal(refusal(await run(root, part(root, 0, SECTION.length - 3))), "HP-READ-TRUNCATED");
});

test("a part of a file that has become another one is refused", async (context) => {
  const root = scratch(context, { "a.info": SECTION });
  const job = part(root, 0, SECTION.length);
  appendFileSync(join(root, "a.info"), SECTION);
  assert.equal(refusal(await run(root, job)), "HP-READ-FAILED");
});

test("a digest is of the whole file", async (context) => {
  const root = scratch(context, { "a.info": SECTION });
  const result = await run(root, { type: "digest", path: "a.info" });
  assert.ok(result.type === "digest");
  assert.equal(result.seen.sha256, sha256Hex(SECTION));
});
