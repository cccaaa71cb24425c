import Fastify from "fastify";
import type { LoadFigure } from "../../harness/load-figure.ts";
import { measureCallers } from "../parts/callers.ts";
import type { PeerLoad, PeerResult } from "../parts/peer.ts";
import { ACTIONS_PATH } from "../parts/submission.ts";

export interface Peer {
  readonly configuration: string;
  /** Submits a job that does nothing and resolves when its caller knows that it was handled. */
  job(): Promise<void>;
  close(): Promise<void>;
}

/** Measures a peer in process, or puts it behind a route, as its argument says. */
export async function runPeer(open: (url: string) => Promise<Peer>): Promise<void> {
  const [argument] = process.argv.slice(2);
  if (argument === undefined) throw new Error("a peer wants its load as JSON");
  const load = JSON.parse(argument) as PeerLoad;
  const peer = await open(load.url);
  if (load.how === "over-http") await serve(peer);
  else console.log(JSON.stringify(await measure(peer, load)));
  await peer.close();
}

async function measure(peer: Peer, { callers, warmUpMs, measureMs }: PeerLoad): Promise<PeerResult> {
  const results: LoadFigure[] = [];
  for (const count of callers) {
    const nowMs = (): number => performance.now();
    results.push(await measureCallers({ callers: count, warmUpMs, measureMs, job: () => peer.job(), nowMs }));
  }
  return { configuration: peer.configuration, results };
}

/** A job a request, until this process is asked to end. */
async function serve(peer: Peer): Promise<void> {
  const app = Fastify({ logger: false });
  app.post(ACTIONS_PATH, async () => {
    await peer.job();
    return { state: "SUCCEEDED" };
  });
  const ended = new Promise((resolve) => process.once("SIGTERM", resolve));
  console.log(JSON.stringify({ url: await app.listen({ host: "127.0.0.1", port: 0 }) }));
  await ended;
  app.server.closeAllConnections();
  await app.close();
}
