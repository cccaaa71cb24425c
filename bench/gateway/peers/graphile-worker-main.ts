import { Logger, makeWorkerUtils, run } from "graphile-worker";
import { runPeer } from "./run-peer.ts";
import { Waiting } from "./waiting.ts";

const CONCURRENCY = 50;
const LOCAL_QUEUE = 500;
const CONNECTIONS = 20;

/** Flattering: the caller is told when the task runs, before its completion is stored. */
await runPeer(async (connectionString) => {
  const waiting = new Waiting();
  const logger = new Logger(() => () => undefined);
  const common = { connectionString, maxPoolSize: CONNECTIONS, logger };
  const utils = await makeWorkerUtils(common);
  await utils.migrate();
  const runner = await run({
    ...common,
    noHandleSignals: true,
    concurrency: CONCURRENCY,
    preset: {
      worker: { concurrentJobs: CONCURRENCY, localQueue: { size: LOCAL_QUEUE }, completeJobBatchDelay: 0 },
    },
    taskList: { noop: (payload) => waiting.end((payload as { echo: string }).echo) },
  });
  return {
    configuration:
      `graphile-worker 0.18.0, concurrency ${CONCURRENCY}, local queue of ${LOCAL_QUEUE}, batched completion, ` +
      `${CONNECTIONS} connections; counted when the task runs`,
    job: async () => {
      const { id, done } = waiting.begin();
      await utils.addJob("noop", { echo: id });
      await done;
    },
    close: async () => {
      await runner.stop();
      await utils.release();
    },
  };
});
