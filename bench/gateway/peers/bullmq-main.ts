import { Queue, Worker } from "bullmq";
import { runPeer } from "./run-peer.ts";
import { Waiting } from "./waiting.ts";

/** Fewer than the callers: then each completion brings the next job along, which doubles its rate. */
const CONCURRENCY = 50;

/** Worker and callers in one process; the caller knows from the worker's own event, after Redis has answered. */
await runPeer(async (url) => {
  const { hostname: host, port } = new URL(url);
  const connection = { host, port: Number(port), maxRetriesPerRequest: null };
  const waiting = new Waiting();
  const queue = new Queue("noop", { connection, defaultJobOptions: { removeOnComplete: true } });
  const worker = new Worker("noop", async () => null, { connection, concurrency: CONCURRENCY });
  worker.on("completed", ({ id }) => waiting.end(id ?? ""));
  worker.on("error", (error) => console.error(error));
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  return {
    configuration:
      `BullMQ 6.7.0, worker concurrency ${CONCURRENCY}, jobs removed when complete; ` +
      "Redis appendonly yes, appendfsync always",
    job: async () => {
      const { id, done } = waiting.begin();
      await queue.add("noop", { echo: id }, { jobId: id });
      await done;
    },
    close: async () => {
      await worker.close();
      await queue.close();
    },
  };
});
