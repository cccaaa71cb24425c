import assert from "node:assert/strict";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { Job, JobTerms } from "./job.ts";
import { runJobs } from "./run-jobs.ts";

const COUNT = 40;
const { signal } = new AbortController();
const section = (index: number): string => `SF:${index}.ts\n${`DA:1,${index}\n`.repeat(2_000)}end_of_record\n`;

function scene(context: Parameters<typeof scratch>[0]): { readonly jobs: readonly Job[]; readonly terms: JobTerms } {
  const names = Array.from({ length: COUNT }, (_, index) => `${index}.info`);
  const root = scratch(context, Object.fromEntries(names.map((name, index) => [name, section(index)])));
  return {
    jobs: names.map((path) => ({ type: "file", path })),
    terms: { root, format: "lcov", keepHits: false },
  };
}

test("results stand in the order of the jobs, whoever did them", async (context) => {
  const { jobs, terms } = scene(context);
  const alone = await runJobs(jobs, terms, { threads: 1, signal });
  assert.equal(alone.length, COUNT);
  alone.forEach((result, index) => {
    assert.ok(result.type === "file");
    assert.deepEqual([...result.read.files.keys()], [`${index}.ts`]);
  });
  for (const threads of [2, 4, 99]) assert.deepEqual(await runJobs(jobs, terms, { threads, signal }), alone);
});

test("one job that fails does not stop the others", async (context) => {
  const { jobs, terms } = scene(context);
  const results = await runJobs([{ type: "file", path: "no" }, ...jobs], terms, { threads: 2, signal });
  assert.equal(results[0]?.type, "failed");
  assert.equal(results.filter(({ type }) => type === "file").length, COUNT);
});

test("a thread that cannot start is an error and not a wait", async (context) => {
  const { jobs, terms } = scene(context);
  // What cannot be copied to another thread cannot be its start.
  const broken = { ...terms, unclonable: () => undefined };
  await assert.rejects(runJobs(jobs, broken, { threads: 2, signal }), { name: "DataCloneError" });
});

test("an order to stop ends all threads", async (context) => {
  const { jobs, terms } = scene(context);
  const controller = new AbortController();
  const running = runJobs(jobs, terms, { threads: 3, signal: controller.signal });
  controller.abort(new RangeError("stop"));
  await assert.rejects(running, { message: "stop" });
});
