import { parentPort, workerData } from "node:worker_threads";
import { runJob } from "./run-job.ts";
import { takeJobs } from "./take-jobs.ts";
import type { ReaderStart, WireResult } from "./wire.ts";
import { toWire } from "./wire.ts";

/** A thread that reads coverage reports beside the one that asked for them, which ends it when it is told to stop. */
const { jobs, terms, next } = workerData as ReaderStart;
const { signal } = new AbortController();

await takeJobs(jobs, next, async (job, index) => {
  const { result, transfer } = toWire(await runJob(job, terms, signal));
  const message: WireResult = { index, result };
  parentPort?.postMessage(message, transfer);
});
