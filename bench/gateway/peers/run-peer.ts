import { closedLoop } from "../../harness/load/closed-loop.ts";
import type { LoadResult } from "../../harness/load/latency.ts";
import type { PeerLoad, PeerResult } from "../parts/peer.ts";

export interface Peer {
  readonly configuration: string;
  /** Submits a job that does nothing and resolves when its caller knows that it was handled. */
  job(): Promise<void>;
  close(): Promise<void>;
}

/** Measures a peer as its argument says and prints the result. */
export async function runPeer(open: (url: string) => Promise<Peer>): Promise<void> {
  const [argument] = process.argv.slice(2);
  if (argument === undefined) throw new Error("a peer wants its load as JSON");
  const { url, callers, warmUpMs, measureMs } = JSON.parse(argument) as PeerLoad;
  const peer = await open(url);
  const results: LoadResult[] = [];
  for (const count of callers) {
    const nowMs = (): number => performance.now();
    results.push(await closedLoop({ callers: count, warmUpMs, measureMs, job: () => peer.job(), nowMs }));
  }
  const result: PeerResult = { configuration: peer.configuration, results };
  console.log(JSON.stringify(result));
  await peer.close();
}
