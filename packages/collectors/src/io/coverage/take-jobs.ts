import type { Job } from "./job.ts";

/** Takes jobs one after another, as long as there is one that no thread has taken. */
export async function takeJobs(
  jobs: readonly Job[],
  next: SharedArrayBuffer,
  run: (job: Job, index: number) => Promise<void>,
): Promise<void> {
  const counter = new Int32Array(next);
  for (;;) {
    const index = Atomics.add(counter, 0, 1);
    const job = jobs[index];
    if (job === undefined) return;
    await run(job, index);
  }
}

/** The counter that the threads share. */
export function jobCounter(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

/** Nobody takes another job from here on. */
export function stopTaking(next: SharedArrayBuffer, jobs: readonly Job[]): void {
  Atomics.store(new Int32Array(next), 0, jobs.length);
}
