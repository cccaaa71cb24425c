import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Job, JobResult, JobTerms } from "./job.ts";
import { runJob } from "./run-job.ts";
import { jobCounter, stopTaking, takeJobs } from "./take-jobs.ts";
import type { ReaderStart, WireResult } from "./wire.ts";
import { fromWire } from "./wire.ts";

/** How many threads read, this one among them, and what ends them early. */
export interface RunTerms {
  readonly threads: number;
  readonly signal: AbortSignal;
}

/**
 * Does all jobs; the results are in their order, whoever did them. Throws the signal's reason when it is aborted, and
 * what ends a thread.
 */
export async function runJobs(
  jobs: readonly Job[],
  terms: JobTerms,
  { threads, signal }: RunTerms,
): Promise<readonly JobResult[]> {
  const results: JobResult[] = [];
  const next = jobCounter();
  const complete = Promise.withResolvers<void>();
  let open = jobs.length;
  const keep = (index: number, result: JobResult): void => {
    results[index] = result;
    open -= 1;
    if (open === 0) complete.resolve();
  };
  const stop = (): void => complete.reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  const start: ReaderStart = { jobs, terms, next };
  const workers = Array.from({ length: Math.min(threads, jobs.length) - 1 }, () =>
    startWorker(start, keep, complete.reject),
  );
  try {
    signal.throwIfAborted();
    takeJobs(jobs, next, async (job, index) => keep(index, await runJob(job, terms, signal))).catch(complete.reject);
    // A thread that has only just started when all is done is not waited for.
    await complete.promise;
    return results;
  } finally {
    stopTaking(next, jobs);
    signal.removeEventListener("abort", stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startWorker(
  workerData: ReaderStart,
  keep: (index: number, result: JobResult) => void,
  fail: (thrown: unknown) => void,
): Worker {
  const worker = new Worker(workerFile(), { workerData, name: "holdpoint-coverage" });
  worker.on("message", ({ index, result }: WireResult) => keep(index, fromWire(result)));
  worker.on("error", fail);
  worker.on("exit", (code) => {
    if (code !== 0) fail(new Error(`a thread that read coverage ended with ${code}`));
  });
  return worker;
}

/** Beside this module: TypeScript in development, one flat file in the bundle. */
function workerFile(): URL {
  const source = new URL("./coverage-reader-worker.ts", import.meta.url);
  return existsSync(fileURLToPath(source)) ? source : new URL("./coverage-reader-worker.js", import.meta.url);
}
