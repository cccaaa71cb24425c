import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { BroadcastChannel } from "node:worker_threads";
import { plan } from "../../../load/flow/testing-plan.ts";
import { phase } from "../../../load/schedule/testing-phases.ts";
import { runLoad } from "./run-load.ts";
import { DEATH_CHANNEL } from "./testing-dying-preload.ts";

// A whole run of two workers in a process of its own, so that what is left running keeps the process there.
const [, , folder = "", abortMs = ""] = process.argv;
const server = createServer((_request, response) => void response.end("ok")).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const ending = new AbortController();
const deaths = new BroadcastChannel(DEATH_CHANNEL);
deaths.addEventListener("message", () => {
  if (abortMs !== "") setTimeout(() => ending.abort("a person"), Number(abortMs)).unref();
});
const { body, artifact } = await runLoad(
  plan({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    workers: 2,
    connections: 4,
    phases: [phase({ kind: "constant", ratePerS: 200 }, 120_000)],
    validity: { lagP99Ms: 1000, achievedRatio: 0.99 },
  }),
  { version: "0", folder, signal: ending.signal, nowMs: Date.now },
);
deaths.close();
server.close();
server.closeAllConnections();
process.stdout.write(JSON.stringify({ body, artifact }));
