import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { CLIENT_TYPES, STREAM_SCHEMA } from "./message-schema.ts";
import { readMessage, submissionOf } from "./read-message.ts";
import { answerMessage, errorPayload } from "./server-message.ts";

const read = (value: unknown): ReturnType<typeof readMessage> => readMessage(Buffer.from(JSON.stringify(value)));

/** One of each type, whole. */
const WHOLE: readonly JsonObject[] = [
  { type: "ping", id: "1" },
  { type: "ping", id: "1", payload: {} },
  { type: "input.text", id: "1", session_id: "s", turn_id: null, payload: { text: "x" } },
  { type: "action.submit", id: "1", payload: { adapter: "a", operation: "b", arguments: {} } },
  {
    type: "action.submit",
    id: "1",
    correlation_id: "c",
    traceparent: "00-1-2-3",
    tracestate: "a=1",
    timestamp: "2026-01-02T03:04:05Z",
    payload: {
      adapter: "a",
      operation: "b",
      arguments: { deep: [1] },
      session_id: "p",
      risk: "high",
      dry_run: true,
      deadline_ms: 5,
      idempotency_key: "k 1",
    },
  },
  { type: "control.cancel", id: "1", payload: { action_id: "a", reason: "r" } },
  { type: "control.cancel", id: "1", payload: { message_id: "m" } },
];

const validate = new Ajv2020({ strict: false, logger: false }).compile({
  ...(STREAM_SCHEMA["$defs"] as { client: JsonObject }).client,
});

describe("the published schema", () => {
  test("is the one in the code", () => {
    const file = new URL("../../schemas/stream.v1.json", import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), STREAM_SCHEMA);
  });

  test("says the same as the reader, about whole messages and about harmed ones", () => {
    const harmed = WHOLE.flatMap((message) => [
      ...Object.keys(message)
        .filter((key) => key === "type" || key === "id" || (key === "payload" && message["type"] !== "ping"))
        .map((key) => Object.fromEntries(Object.entries(message).filter(([name]) => name !== key))),
      { ...message, extra: 1 },
      { ...message, id: "" },
      { ...message, id: 7 },
      { ...message, type: "no" },
      { ...message, session_id: "a b" },
      { ...message, payload: { extra: 1 } },
      { ...message, payload: [] },
    ]);
    assert.ok(harmed.length > 40, `${harmed.length}`);
    for (const message of WHOLE) {
      assert.ok("message" in read(message), JSON.stringify(message));
      assert.ok(validate(message), JSON.stringify([message, validate.errors]));
    }
    for (const message of harmed) {
      assert.ok("refused" in read(message), JSON.stringify(message));
      assert.ok(!validate(message), JSON.stringify(message));
    }
    assert.deepEqual(new Set(WHOLE.map(({ type }) => type)), new Set(CLIENT_TYPES));
  });

  test("accepts what the server sends", () => {
    const server = new Ajv2020({ strict: false, formats: { "date-time": true } }).compile(
      (STREAM_SCHEMA["$defs"] as { server: JsonObject }).server,
    );
    const caller = { correlationId: "c", traceparent: "00-1-2-01" };
    const asked = { id: null, sessionId: null, turnId: "t", caller };
    const message = JSON.parse(answerMessage("error", asked, errorPayload(new Error("x")), 0)) as JsonObject;
    assert.ok(server(message), JSON.stringify(server.errors));
    assert.equal(message["timestamp"], "1970-01-01T00:00:00.000Z");
  });
});

describe("reading", () => {
  test("a refusal names the message where its id could be read", () => {
    for (const [value, id] of [
      [{ type: "no", id: "m7" }, "m7"],
      [{ type: "ping", id: 7 }, null],
      [[], null],
      [{ type: "ping", id: "x".repeat(129) }, null],
    ] as const) {
      const answer = read(value);
      assert.ok("refused" in answer);
      assert.equal(answer.refused.id, id);
      assert.equal(answer.refused.error.code, "HP-GATEWAY-STREAM-MESSAGE");
    }
  });

  test("what is no JSON is told with its place", () => {
    const answer = readMessage(Buffer.from('{"type":"ping",\n"id":x}'));
    assert.ok("refused" in answer);
    assert.deepEqual(answer.refused.error.place, { line: 2, column: 6 });
  });

  test("what was not foreseen is told by its title only", () => {
    const payload = errorPayload(new TypeError("secret"));
    assert.equal(payload["code"], "HP-INTERNAL");
    assert.ok(!JSON.stringify(payload).includes("secret"));
  });
});

describe("a submission", () => {
  const message = (value: JsonObject): Parameters<typeof submissionOf>[0] => {
    const answer = read(value);
    assert.ok("message" in answer);
    return answer.message;
  };

  test("takes everything that it says", () => {
    assert.deepEqual(submissionOf(message(WHOLE[4] ?? {}), "connection"), {
      adapter: "a",
      operation: "b",
      arguments: { deep: [1] },
      sessionId: "p",
      turnId: null,
      risk: "high",
      dryRun: true,
      deadlineMs: 5,
      idempotencyKey: "k 1",
    });
  });

  test("belongs to the payload's session, else the message's, else the connection's", () => {
    const payload = { adapter: "a", operation: "b", arguments: {} };
    const base = { type: "action.submit", id: "1" };
    const session = (value: JsonObject): string | null => submissionOf(message(value), "c").sessionId;
    assert.equal(session({ ...base, session_id: "m", payload: { ...payload, session_id: "p" } }), "p");
    assert.equal(session({ ...base, session_id: "m", payload }), "m");
    assert.equal(session({ ...base, payload }), "c");
  });
});
