import { DBOS } from "@dbos-inc/dbos-sdk";
import { runPeer } from "./run-peer.ts";

const CONNECTIONS = 20;

/** A workflow of one step, started directly; the caller has the workflow's own result. */
await runPeer(async (url) => {
  DBOS.setConfig({
    name: "noop",
    systemDatabaseUrl: url,
    systemDatabasePoolSize: CONNECTIONS,
    logLevel: "error",
    tracingEnabled: false,
  });
  const workflow = DBOS.registerWorkflow(async (echo: string) => DBOS.runStep(async () => echo, { name: "echo" }), {
    name: "noop",
  });
  await DBOS.launch();
  let next = 0;
  return {
    configuration: `DBOS 5.3.0, a workflow of one step started directly, ${CONNECTIONS} connections`,
    job: async () => {
      const echo = `job-${(next += 1)}`;
      if ((await workflow(echo)) !== echo) throw new Error("DBOS gave back something else");
    },
    close: () => DBOS.shutdown(),
  };
});
