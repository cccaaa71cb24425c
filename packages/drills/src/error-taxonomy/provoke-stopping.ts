import type { ErrorProvocation } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import { pause } from "../io/pause.ts";
import { sendRaw } from "../io/raw-http.ts";
import { httpError } from "./record-error.ts";
import type { Room } from "./room.ts";
import { answered } from "./room.ts";

const OUTLINE = {
  id: "stopping",
  done: "submits on an open connection while the gateway stops",
  expected: "HP-GATEWAY-STOPPING",
};
const BODY = '{"adapter":"sound","operation":"ok","arguments":{}}';
const SLOW_MS = 1500;
const SETTLE_MS = 200;
const TIMEOUT_MS = 5000;

/** A request whose second half arrives while the gateway drains; an action that takes its time keeps it draining. */
export async function provokeStopping(room: Room): Promise<ErrorProvocation> {
  const { probe, tokens, upstream, gateway, context, secrets } = room;
  const { signal } = context;
  upstream.slowMs = SLOW_MS;
  upstream.modes.set("/ok", "slow");
  const token = tokenOf(tokens, "requester");
  const body = { adapter: "sound", operation: "ok", arguments: {} };
  await answered(probe("POST", "/v1/actions", { body, headers: { prefer: "respond-async" }, token }));
  const head = [
    "POST /v1/actions HTTP/1.1",
    "Host: gateway",
    `Authorization: Bearer ${token}`,
    "Content-Type: application/json",
    `Content-Length: ${BODY.length}`,
  ];
  const { promise: rest, resolve } = Promise.withResolvers<string>();
  const sent = sendRaw(gateway.url, `${head.join("\r\n")}\r\n\r\n`, { timeoutMs: TIMEOUT_MS, signal, rest });
  await pause(SETTLE_MS, signal);
  const stopped = gateway.stop();
  await pause(SETTLE_MS, signal);
  resolve(BODY);
  const answer = await sent;
  await stopped;
  upstream.modes.delete("/ok");
  const operation = { method: "POST", path: "/v1/actions" };
  return httpError(OUTLINE, answer === null ? null : { ...answer, text: answer.body }, operation, secrets);
}
