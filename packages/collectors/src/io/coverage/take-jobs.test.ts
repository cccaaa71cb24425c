import assert from "node:assert/strict";
import { test } from "node:test";
import type { Job } from "./job.ts";
import { jobCounter, stopTaking, takeJobs } from "./take-jobs.ts";

const JOBS: readonly Job[] = ["a", "b", "c", "d", "e"].map((path) => ({ type: "file", path }));

test("every job is taken once, whoever takes it", async () => {
  const next = jobCounter();
  const taken: number[] = [];
  const take = (): Promise<void> =>
    takeJobs(JOBS, next, async (job, index) => {
      assert.equal(JOBS[index], job);
      taken.push(index);
      await Promise.resolve();
    });
  await Promise.all([take(), take(), take()]);
  assert.deepEqual(
    taken.sort((a, b) => a - b),
    [0, 1, 2, 3, 4],
  );
});

test("nothing is taken after it was stopped", async () => {
  const next = jobCounter();
  let taken = 0;
  await takeJobs(JOBS, next, async () => {
    taken += 1;
    if (taken === 2) stopTaking(next, JOBS);
  });
  assert.equal(taken, 2);
});
