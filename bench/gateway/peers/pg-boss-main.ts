import { PgBoss } from "pg-boss";
import { runPeer } from "./run-peer.ts";
import { Waiting } from "./waiting.ts";

const BATCH = 50;
const WORKERS = 4;
const CONNECTIONS = 20;
const POLLING_SECONDS = 0.5;

/** Flattering: the caller is told when the handler runs, before pg-boss has stored that it did. */
await runPeer(async (connectionString) => {
  const waiting = new Waiting();
  const boss = new PgBoss({
    connectionString,
    max: CONNECTIONS,
    useListenNotify: true,
    supervise: false,
    schedule: false,
  });
  boss.on("error", (error) => console.error(error));
  await boss.start();
  await boss.createQueue("noop", { notify: true });
  const options = { batchSize: BATCH, localConcurrency: WORKERS, pollingIntervalSeconds: POLLING_SECONDS };
  await boss.work<{ echo: string }>("noop", options, async (jobs) => {
    for (const { data } of jobs) waiting.end(data.echo);
  });
  return {
    configuration:
      `pg-boss 12.35.0, LISTEN/NOTIFY, ${WORKERS} workers of batches of ${BATCH}, ${CONNECTIONS} connections, ` +
      "without maintenance; counted when the handler runs",
    job: async () => {
      const { id, done } = waiting.begin();
      await boss.send("noop", { echo: id });
      await done;
    },
    close: () => boss.stop({ graceful: true }),
  };
});
