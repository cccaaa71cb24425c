import type { GatewayClient, ReplayRunWire } from "@holdpoint/gateway/client";
import { connect } from "../actions/connect.ts";
import { exitOfRun, runText } from "../actions/replay-text.ts";
import type { DeadLettersReplayFlags } from "../commands/dead-letters.ts";
import type { Host } from "../host.ts";
import { delay } from "../io/delay.ts";
import type { Answer } from "../verb.ts";

const POLL_MS = 500;

export default async function deadLettersReplay(
  host: Host,
  flags: DeadLettersReplayFlags,
  planId: string,
): Promise<Answer> {
  const client = connect(host, flags);
  const { rate, max, wait } = flags;
  const terms = { ...(rate === undefined ? {} : { ratePerSecond: rate }), ...(max === undefined ? {} : { max }) };
  const begun = await client.deadLetters.run(planId, terms, { signal: host.signal });
  const run = wait ? await ended(host, client, begun) : begun;
  return { exit: exitOfRun(run), json: () => run, text: () => runText(run) };
}

/** Asks until the run has ended, or the person interrupts; the run goes on then. */
async function ended(host: Host, client: GatewayClient, begun: ReplayRunWire): Promise<ReplayRunWire> {
  let run = begun;
  while (run.state === "running" && !host.signal.aborted) {
    await delay(POLL_MS, host.signal);
    run = await client.deadLetters.status(run.id);
  }
  return run;
}
