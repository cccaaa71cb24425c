import type { ErrorProvocation, JsonObject } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import { objectOf, textOf } from "../http-probe.ts";
import { until } from "../io/pause.ts";
import { sendRaw } from "../io/raw-http.ts";
import { openStream } from "../io/stream-client.ts";
import type { Outline } from "./record-error.ts";
import { codedError, httpError } from "./record-error.ts";
import type { Room } from "./room.ts";

const ANSWER_TIMEOUT_MS = 3000;

interface StreamProvocation extends Outline {
  readonly role: "requester" | "observer";
  readonly message: JsonObject;
}

const SUBMIT: JsonObject = { adapter: "sound", operation: "ok", arguments: {} };

const STREAM_PROVOCATIONS: readonly StreamProvocation[] = [
  told("type-unknown", "sends a type that nobody knows", "HP-GATEWAY-STREAM-MESSAGE", { type: "shout", payload: {} }),
  told("payload-absent", "submits without a payload", "HP-GATEWAY-STREAM-MESSAGE", { type: "action.submit" }),
  told("payload-unknown", "sends a member that nobody knows", "HP-GATEWAY-STREAM-MESSAGE", {
    type: "action.submit",
    payload: { ...SUBMIT, surprise: 1 },
  }),
  told("envelope-unknown", "sends an envelope with a member too many", "HP-GATEWAY-STREAM-MESSAGE", {
    type: "ping",
    surprise: 1,
  }),
  told("cancel-both", "cancels by two ids at once", "HP-GATEWAY-STREAM-MESSAGE", {
    type: "control.cancel",
    payload: { action_id: "a", message_id: "b" },
  }),
  told("stream-adapter", "names an adapter that is not there", "HP-GATEWAY-ADAPTER-UNKNOWN", {
    type: "action.submit",
    payload: { ...SUBMIT, adapter: "nowhere" },
  }),
  told("stream-key-reused", "sends another body under a used key", "HP-GATEWAY-KEY-REUSED", {
    type: "action.submit",
    payload: { ...SUBMIT, arguments: { text: "c" }, idempotency_key: "taxonomy-key" },
  }),
  told("stream-cancel-unknown", "cancels what is not there", "HP-GATEWAY-NOT-FOUND", {
    type: "control.cancel",
    payload: { action_id: "act_0000000000000000" },
  }),
  {
    ...told("stream-observer", "submits as an observer", "HP-GATEWAY-FORBIDDEN", {
      type: "action.submit",
      payload: SUBMIT,
    }),
    role: "observer",
  },
];

/** Errors that come as messages, and refusals before there is a stream. */
export async function provokeStream(room: Room): Promise<ErrorProvocation[]> {
  const errors: ErrorProvocation[] = [];
  for (const one of STREAM_PROVOCATIONS) errors.push(await provoke(room, one));
  errors.push(
    await shake(room, [], "handshake-stranger", "opens the stream without a token", "HP-GATEWAY-UNAUTHENTICATED"),
  );
  const elsewhere = [`Authorization: Bearer ${room.tokens["requester"]}`, "Origin: https://elsewhere.example"];
  errors.push(
    await shake(room, elsewhere, "handshake-elsewhere", "opens the stream from another site", "HP-GATEWAY-FORBIDDEN"),
  );
  return errors;
}

function told(id: string, done: string, expected: string, message: JsonObject): StreamProvocation {
  return { id, done, expected, role: "requester", message: { ...message, id: `m-${id}` } };
}

async function provoke({ gateway, tokens, context, secrets }: Room, one: StreamProvocation): Promise<ErrorProvocation> {
  try {
    const stream = await openStream(gateway.url, tokenOf(tokens, one.role), "");
    stream.send(one.message);
    const find = (): JsonObject | undefined => stream.messages.find((message) => message["type"] === "error");
    const terms = { timeoutMs: ANSWER_TIMEOUT_MS, signal: context.signal };
    const message = await until(
      async () => find(),
      (found) => found !== undefined,
      terms,
    );
    await stream.cut();
    context.record({ atMs: context.nowMs(), what: `stream ${one.id}`, text: textOf(errorOf(message)?.["code"]) });
    return codedError(one, "stream", errorOf(message), secrets);
  } catch {
    return codedError(one, "stream", null, secrets);
  }
}

function errorOf(message: JsonObject | undefined): JsonObject | null {
  return message === undefined ? null : objectOf(message["payload"]);
}

async function shake(
  { gateway, context, secrets }: Room,
  headers: readonly string[],
  id: string,
  done: string,
  expected: string,
): Promise<ErrorProvocation> {
  const { host } = new URL(gateway.url);
  const lines = [
    "GET /v1/stream HTTP/1.1",
    `Host: ${host}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    ...headers,
  ];
  const terms = { timeoutMs: ANSWER_TIMEOUT_MS, signal: context.signal };
  const answer = await sendRaw(gateway.url, `${lines.join("\r\n")}\r\n\r\n`, terms);
  return httpError({ id, done, expected }, answer === null ? null : { ...answer, text: answer.body }, null, secrets);
}
