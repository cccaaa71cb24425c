import type { GatewayLiveBody, GatewayStream, JsonObject } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import { objectOf, textOf } from "../http-probe.ts";
import { until } from "../io/pause.ts";
import type { StreamClient } from "../io/stream-client.ts";
import { openStream } from "../io/stream-client.ts";
import type { Experiment } from "./terms.ts";

const SESSION = "drill-session";
const CORRELATION = "drill-stream";
const MESSAGE_ID = "message-1";
const WAIT_MS = 6000;

/**
 * Submits over the stream, cuts it while the action runs, and resumes by the last id. A second stream that is not cut
 * says what was missed.
 */
export async function tryStream(experiment: Experiment): Promise<Pick<GatewayLiveBody, "streams">> {
  const { house } = experiment;
  const requester = tokenOf(house.tokens, "requester");
  const observer = tokenOf(house.tokens, "observer");
  const query = `?session=${SESSION}`;
  const [cut, witness] = await Promise.all([
    openStream(house.streamUrl(), requester, query),
    openStream(house.streamUrl(), observer, query),
  ]);
  cut.send({
    type: "action.submit",
    id: MESSAGE_ID,
    correlation_id: CORRELATION,
    session_id: SESSION,
    payload: { adapter: "streamed", operation: "do", arguments: { n: 1 } },
  });
  await waitFor(experiment, cut, (all) => acknowledged(all) && statesOf(all).includes("RUNNING"));
  await cut.cut();
  await waitFor(experiment, witness, isEnded);
  const lastId = Math.max(0, ...changesOf(cut.messages).map(idOf));
  const resumed = await openStream(house.streamUrl(), requester, `${query}&last_id=${lastId}`);
  await waitFor(experiment, resumed, isEnded);
  await Promise.all([resumed.cut(), witness.cut()]);
  const all = [...cut.messages, ...resumed.messages];
  const missed = changesOf(witness.messages)
    .map(idOf)
    .filter((id) => id > lastId);
  const stream: GatewayStream = {
    acknowledged: acknowledged(cut.messages),
    states: statesOf(all),
    missed: missed.map(String),
    resent: changesOf(resumed.messages).map((message) => String(idOf(message))),
    correlated: all.every((message) => message["correlation_id"] === CORRELATION),
  };
  return { streams: [stream] };
}

type Messages = readonly JsonObject[];

async function waitFor(
  { context }: Experiment,
  stream: StreamClient,
  isThere: (all: Messages) => boolean,
): Promise<void> {
  await until(async () => stream.messages, isThere, { timeoutMs: WAIT_MS, signal: context.signal });
}

function acknowledged(all: Messages): boolean {
  return all.some((message) => message["type"] === "ack" && objectOf(message["payload"])["ref"] === MESSAGE_ID);
}

function changesOf(all: Messages): JsonObject[] {
  return all.filter((message) => message["type"] === "action.state");
}

function statesOf(all: Messages): string[] {
  return changesOf(all).map((message) => textOf(objectOf(objectOf(message["payload"])["action"])["state"]));
}

function isEnded(all: Messages): boolean {
  return statesOf(all).includes("SUCCEEDED");
}

function idOf(message: JsonObject): number {
  return Number(textOf(message["id"]));
}
