import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { WebSocket } from "ws";
import type { TestContext } from "node:test";
import type { StreamTerms } from "./attach-stream.ts";
import { STREAM_LIMITS } from "./limits.ts";
import type { StreamFixture } from "../io/testing-stream.ts";
import { streamFixture, submit, TestClient } from "../io/testing-stream.ts";

async function fixture(t: TestContext, change: Partial<StreamTerms> = {}): Promise<StreamFixture> {
  const made = await streamFixture(change);
  t.after(() => made.close());
  return made;
}

/** What is answered to an upgrade that is refused. */
async function refused(url: string, options: object, protocols: string[] = []): Promise<[number, string]> {
  const socket = new WebSocket(url, protocols, options);
  socket.on("error", () => undefined);
  const [, response] = (await once(socket, "unexpected-response")) as [
    unknown,
    { statusCode: number } & AsyncIterable<Buffer>,
  ];
  let body = "";
  for await (const part of response) body += part.toString();
  return [response.statusCode, (JSON.parse(body) as { code: string }).code];
}

/** The server hears of an end a moment after the client. */
async function goneTo(stream: { readonly size: number }, size: number): Promise<void> {
  for (let round = 0; round < 400 && stream.size > size; round += 1) await delay(5);
  assert.equal(stream.size, size);
}

const bearer = (token: string): object => ({ headers: { authorization: `Bearer ${token}` } });

describe("who is let in", () => {
  test("nobody without a token that is known, and the answer is a problem document", async (t) => {
    const { url, stream } = await fixture(t);
    assert.deepEqual(await refused(url, {}), [401, "HP-GATEWAY-UNAUTHENTICATED"]);
    assert.deepEqual(await refused(url, bearer("stranger")), [401, "HP-GATEWAY-UNAUTHENTICATED"]);
    assert.deepEqual(await refused(url, {}, ["holdpoint.v1"]), [401, "HP-GATEWAY-UNAUTHENTICATED"]);
    assert.equal(stream.size, 0);
  });

  test("a browser by subprotocol, and the token is not in the answer", async (t) => {
    const { url } = await fixture(t);
    const socket = new WebSocket(url, ["holdpoint.v1", "holdpoint.bearer.requester"]);
    await once(socket, "open");
    assert.equal(socket.protocol, "holdpoint.v1");
    const client = new TestClient(socket);
    assert.equal((await client.ask({ type: "ping", id: "p" })).type, "pong");
    await client.bye();
  });

  test("no page of another origin, own pages only", async (t) => {
    const { url, open, port } = await fixture(t);
    for (const origin of ["https://evil.example", "null", `http://127.0.0.1:${port + 1}`, "http://localhost"]) {
      const headers = { authorization: "Bearer requester", origin };
      assert.deepEqual(await refused(url, { headers }), [403, "HP-GATEWAY-FORBIDDEN"], origin);
    }
    const own = await open("requester", "", { headers: { origin: `http://127.0.0.1:${port}` } });
    await own.bye();
  });

  test("nothing else is upgraded, and parameters are known ones", async (t) => {
    const { url } = await fixture(t);
    assert.deepEqual(await refused(url.replace("stream", "other"), bearer("requester")), [404, "HP-GATEWAY-NOT-FOUND"]);
    for (const query of ["?sesion=a", "?last_id=x", "?last_id=1&last_id=2", "?session=", "?last_id=-1"]) {
      assert.deepEqual(await refused(url + query, bearer("requester")), [400, "HP-GATEWAY-QUERY"], query);
    }
  });

  test("only so many, in all and of one actor; a place is free again when one has gone", async (t) => {
    const limits = { connectionsMax: 3, connectionsPerActorMax: 2 };
    const { url, open, stream } = await fixture(t, { limits });
    const first = await open("requester");
    await open("requester");
    assert.deepEqual(await refused(url, bearer("requester")), [429, "HP-GATEWAY-RATE-LIMITED"]);
    await open("observer");
    assert.deepEqual(await refused(url, bearer("operator")), [503, "HP-GATEWAY-BUSY"]);
    await first.bye();
    await goneTo(stream, 2);
    await open("operator");
    assert.equal(stream.size, 3);
  });
});

describe("what a client may ask", () => {
  test("a submission is acknowledged when it is durable, and each change follows with its place in the ledger", async (t) => {
    const { open, engine } = await fixture(t);
    const client = await open("requester", "?session=s1");
    const ack = await client.ask(submit("m1", "echo", { turn_id: "t1" }));
    assert.equal(ack.type, "ack");
    assert.equal(ack.id, "m1");
    assert.deepEqual([ack.session_id, ack.turn_id, ack.payload.repeated], ["s1", "t1", false]);
    const changes = client.got.filter(({ type }) => type === "action.state");
    assert.deepEqual(
      changes.map(({ payload }) => payload.action?.state),
      ["RECEIVED", "READY", "RUNNING", "SUCCEEDED"],
    );
    const ids = changes.map(({ id }) => Number(id));
    assert.deepEqual(
      ids,
      ids.toSorted((a, b) => a - b),
    );
    assert.equal(new Set(ids).size, 4);
    const [{ submission, caller } = assert.fail()] = engine.submissions;
    assert.deepEqual([submission.sessionId, submission.turnId, caller.actor], ["s1", "t1", "requester"]);
  });

  test("the same key is the same action", async (t) => {
    const { open } = await fixture(t);
    const client = await open("requester");
    const payload = { adapter: "echo", operation: "echo", arguments: {}, idempotency_key: "k" };
    const first = await client.ask({ type: "action.submit", id: "1", payload });
    const again = await client.ask({ type: "action.submit", id: "2", payload });
    assert.equal(again.payload.repeated, true);
    assert.equal(again.payload.action?.id, first.payload.action?.id);
    const other = await client.ask({ type: "action.submit", id: "3", payload: { ...payload, arguments: { b: 1 } } });
    assert.equal(other.payload.code, "HP-GATEWAY-KEY-REUSED");
  });

  test("correlation and trace: the message's own, else the connection's, else new ones", async (t) => {
    const { open, engine } = await fixture(t);
    const trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    const headers = { "x-correlation-id": "conn-1" };
    const client = await open("requester", "", { headers });
    const own = await client.ask(submit("1", "echo", { correlation_id: "mine-7", traceparent: trace }));
    assert.equal(own.correlation_id, "mine-7");
    assert.match(own.traceparent ?? "", /^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$/);
    assert.equal(engine.submissions[0]?.caller.correlationId, "mine-7");
    assert.equal((await client.ask(submit("2", "echo"))).correlation_id, "conn-1");
    const plain = await open("requester");
    const made = await plain.ask(submit("3", "echo", { traceparent: "00-zz-zz-01" }));
    assert.match(made.correlation_id, /^req_[0-9A-Z]{26}$/);
    assert.match(made.traceparent ?? "", /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]$/);
  });

  test("a text is answered by an echo action in the caller's name", async (t) => {
    const { open, engine } = await fixture(t);
    const client = await open("requester");
    const said = "é".repeat(5000);
    const ack = await client.ask({ type: "input.text", id: "q", turn_id: "t", payload: { text: said } });
    assert.equal(ack.type, "ack");
    const final = await client.type("response.final");
    const parts = client.got.filter(({ type }) => type === "response.partial");
    assert.ok(parts.length > 1, `${parts.length} parts`);
    assert.equal(parts.map(({ payload }) => payload.text).join(""), said);
    assert.equal(final.payload.text, said);
    assert.deepEqual(final.payload.action_ids, [engine.list({ limit: 1 }).items[0]?.id]);
    assert.equal(final.turn_id, "t");
    assert.equal(engine.submissions[0]?.caller.actor, "requester");
  });

  test("a text whose action is denied is answered with an error of that action", async (t) => {
    const { open, engine } = await fixture(t, {
      input: async function* denied(_, { caller, sessionId }) {
        const { action } = await engine.submit(
          {
            adapter: "deny",
            operation: "deny",
            arguments: {},
            sessionId,
            turnId: null,
            risk: null,
            dryRun: false,
            deadlineMs: null,
            idempotencyKey: null,
          },
          caller,
        );
        yield { text: "", actionId: action.id };
        throw new Error("a secret of the handler");
      },
    });
    const client = await open("requester");
    client.send({ type: "input.text", id: "q", payload: { text: "x" } });
    const error = await client.type("error");
    assert.deepEqual([error.payload.code, error.payload.ref], ["HP-INTERNAL", "q"]);
    assert.ok(!JSON.stringify(error).includes("secret"), "what was not foreseen is logged, not told");
  });

  test("a wait is cancelled: the action by its id, the answer by its message's", async (t) => {
    const never = new Promise<never>(() => undefined);
    const { open } = await fixture(t, {
      input: async function* hangs() {
        yield { text: "one" };
        await never;
      },
    });
    const client = await open("requester");
    client.send({ type: "input.text", id: "q", payload: { text: "x" } });
    await client.type("response.partial");
    const again = await client.ask({ type: "input.text", id: "q", payload: { text: "x" } });
    assert.equal(again.payload.code, "HP-GATEWAY-STREAM-MESSAGE");
    client.send({ type: "control.cancel", id: "c", payload: { message_id: "q" } });
    const ended = await client.until(({ type, payload }) => type === "error" && payload.ref === "q");
    assert.equal(ended.payload.code, "HP-ACTION-CANCELLED");
    const waiting = await client.ask(submit("w", "notify"));
    const id = waiting.payload.action?.id;
    const cancelled = await client.ask({ type: "control.cancel", id: "c2", payload: { action_id: id, reason: "no" } });
    assert.equal(cancelled.payload.action?.state, "CANCELLED");
    const twice = await client.ask({ type: "control.cancel", id: "c3", payload: { action_id: id } });
    assert.equal(twice.payload.code, "HP-GATEWAY-STATE-CONFLICT");
    const none = await client.ask({ type: "control.cancel", id: "c4", payload: { message_id: "q" } });
    assert.equal(none.payload.code, "HP-GATEWAY-NOT-FOUND");
  });

  test("roles: only requesters and operators ask, and another's action is not there for a requester", async (t) => {
    const { open } = await fixture(t);
    for (const role of ["observer", "approver"]) {
      const client = await open(role);
      assert.equal((await client.ask(submit("1", "echo"))).payload.code, "HP-GATEWAY-FORBIDDEN");
      const text = await client.ask({ type: "input.text", id: "2", payload: { text: "x" } });
      assert.equal(text.payload.code, "HP-GATEWAY-FORBIDDEN");
      const cancel = await client.ask({ type: "control.cancel", id: "3", payload: { action_id: "act_1" } });
      assert.equal(cancel.payload.code, "HP-GATEWAY-FORBIDDEN");
    }
    const [ada, bo, operator] = [await open("ada:requester"), await open("bo:requester"), await open("operator")];
    const { payload } = await ada.ask(submit("1", "notify"));
    const cancel = { type: "control.cancel", id: "2", payload: { action_id: payload.action?.id } };
    assert.equal((await bo.ask(cancel)).payload.code, "HP-GATEWAY-NOT-FOUND");
    assert.equal((await operator.ask(cancel)).payload.action?.state, "CANCELLED");
  });

  test("an engine that refuses or breaks is told, and the connection lives on", async (t) => {
    const { open, engine, logged } = await fixture(t);
    const client = await open("requester");
    assert.equal((await client.ask(submit("1", "nothing"))).payload.code, "HP-GATEWAY-ADAPTER-UNKNOWN");
    engine.failNext(new TypeError("internal detail"));
    const error = await client.ask(submit("2", "echo"));
    assert.deepEqual([error.type, error.payload.code], ["error", "HP-INTERNAL"]);
    assert.ok(!JSON.stringify(error).includes("internal detail"));
    assert.match(JSON.stringify(logged), /internal detail/);
    assert.equal((await client.ask(submit("3", "echo"))).type, "ack");
  });
});

describe("who is told what", () => {
  test("own actions, those that wait for an approver, or all; each change once", async (t) => {
    const { open } = await fixture(t);
    const readers = {
      ada: await open("ada:requester"),
      bo: await open("bo:requester"),
      approver: await open("approver"),
      operator: await open("operator"),
      observer: await open("both:observer+approver"),
      session: await open("operator", "?session=s2"),
    };
    await readers.ada.ask(submit("1", "notify", { session_id: "s1" }));
    await readers.ada.ask(submit("2", "echo", { session_id: "s2" }));
    const told = async (client: TestClient): Promise<string[]> => {
      await client.ask({ type: "ping", id: "end" });
      const changes = client.got.filter(({ type }) => type === "action.state" || type === "approval.required");
      assert.equal(new Set(changes.map(({ id }) => id)).size, changes.length, "each once");
      return changes.map(({ type, payload }) => `${type === "action.state" ? "" : "!"}${payload.action?.state}`);
    };
    const echo = ["RECEIVED", "READY", "RUNNING", "SUCCEEDED"];
    const notify = ["RECEIVED", "AWAITING_APPROVAL"];
    assert.deepEqual(await told(readers.ada), [...notify, ...echo]);
    assert.deepEqual(await told(readers.bo), []);
    assert.deepEqual(await told(readers.approver), ["!AWAITING_APPROVAL"]);
    assert.deepEqual(await told(readers.operator), [...notify, ...echo]);
    assert.deepEqual(await told(readers.observer), ["RECEIVED", "!AWAITING_APPROVAL", ...echo]);
    assert.deepEqual(await told(readers.session), echo);
  });
});

describe("after a cut", () => {
  test("what was missed comes once and in order, and then what is new", async (t) => {
    const { open } = await fixture(t);
    const writer = await open("ada:requester");
    await writer.ask(submit("1", "echo"));
    const reader = await open("ada:requester");
    await writer.ask(submit("2", "notify"));
    const seen = await reader.until(({ payload }) => payload.action?.state === "AWAITING_APPROVAL");
    await reader.bye();
    for (let index = 0; index < 200; index += 1) writer.send(submit(`x${index}`, "echo"));
    await writer.until(({ payload }) => payload.ref === "x199");
    const again = await open("ada:requester", `?last_id=${seen.id}`);
    await writer.ask(submit("3", "deny"));
    await again.until(({ payload }) => payload.action?.state === "DENIED");
    const ids = again.got.filter(({ type }) => type === "action.state").map(({ id }) => Number(id));
    assert.equal(ids.length, 200 * 4 + 2);
    assert.deepEqual(
      ids,
      ids.map((_, index) => Number(seen.id) + 1 + index),
    );
    const byHeader = await open("ada:requester", "", { headers: { "last-event-id": String(ids.at(-3)) } });
    await byHeader.until(({ payload }) => payload.action?.state === "DENIED");
    assert.equal(byHeader.got.length, 2);
  });

  test("another's changes are not sent again either", async (t) => {
    const { open } = await fixture(t);
    const ada = await open("ada:requester");
    await ada.ask(submit("1", "notify"));
    await ada.ask(submit("2", "echo"));
    const [bo, approver] = [await open("bo:requester", "?last_id=0"), await open("approver", "?last_id=0")];
    await approver.type("approval.required");
    for (const client of [bo, approver]) await client.ask({ type: "ping", id: "end" });
    assert.equal(bo.got.length, 1);
    assert.equal(approver.got.length, 2);
  });

  test("more than the bound, or an id that is not of this ledger, is gone", async (t) => {
    const { open } = await fixture(t, { limits: { resumedEventsMax: 5 } });
    const writer = await open("ada:requester");
    await writer.ask(submit("1", "echo"));
    await writer.ask(submit("2", "echo"));
    for (const last of [0, 1_000_000]) {
      const client = await open("ada:requester", `?last_id=${last}`);
      assert.equal((await client.type("error")).payload.code, "HP-GATEWAY-STREAM-GONE");
      assert.equal((await client.closed).code, 1008);
    }
    const near = await open("ada:requester", "?last_id=3");
    assert.equal((await near.until(({ payload }) => payload.action?.state === "SUCCEEDED")).id, "7");
  });
});

describe("what is not as it should be", () => {
  test("every malformed message is told and none ends the connection", async (t) => {
    const { open } = await fixture(t);
    const client = await open("requester");
    const wrong: readonly (readonly [string, RegExp])[] = [
      ["", /./],
      ["{", /./],
      ["[]", /object/],
      ["null", /object/],
      ['{"type":"ping"}', /'id'/],
      ['{"type":"ping","id":""}', /'id'/],
      ['{"type":"pong","id":"1"}', /'type' must be one of/],
      ['{"type":"ping","id":"1","extra":1}', /'extra'/],
      ['{"type":"ping","id":"1","payload":{"a":1}}', /'a'/],
      ['{"type":"ping","id":"1","id":"2"}', /twice|duplicate/i],
      ['{"type":"ping","id":"1","__proto__":{}}', /__proto__/],
      ['{"type":"input.text","id":"1"}', /'text'/],
      ['{"type":"input.text","id":"1","payload":{"text":7}}', /'text'/],
      ['{"type":"control.cancel","id":"1","payload":{}}', /either/],
      ['{"type":"control.cancel","id":"1","payload":{"action_id":"a","message_id":"b"}}', /either/],
      [JSON.stringify(submit("1", "echo", { correlation_id: "two\nlines" })), /'correlation_id'/],
      [`{"type":"action.submit","id":"1","payload":${"[".repeat(100)}${"]".repeat(100)}}`, /./],
    ];
    for (const [text, says] of wrong) {
      client.send(text);
      const { payload } = await client.type("error");
      assert.equal(payload.code, "HP-GATEWAY-STREAM-MESSAGE", text);
      assert.equal(payload.retryable, false);
      assert.match(payload.message ?? "", says, text);
    }
    assert.equal((await client.ask({ type: "ping", id: "alive" })).type, "pong");
  });

  test("binary frames, invalid UTF-8, too large and too many fragments end it with their codes", async (t) => {
    const { open } = await fixture(t, { limits: { fragmentsMax: 8 } });
    const binary = await open("requester");
    binary.socket.send(Buffer.from("{}"));
    assert.equal((await binary.type("error")).payload.code, "HP-GATEWAY-STREAM-MESSAGE");
    assert.equal((await binary.closed).code, 1003);
    const utf8 = await open("requester");
    utf8.socket.send(Buffer.from([0x22, 0xff, 0x22]), { binary: false });
    assert.equal((await utf8.closed).code, 1007);
    const large = await open("requester");
    large.send("x".repeat(STREAM_LIMITS.messageSizeBytesMax + 1));
    assert.equal((await large.closed).code, 1009);
    const fragments = await open("requester");
    for (let index = 0; index < 20; index += 1) fragments.socket.send("x", { fin: false });
    assert.ok([1008, 1009].includes((await fragments.closed).code));
    const whole = await open("requester");
    whole.socket.send('{"type":"ping",', { fin: false });
    whole.socket.send('"id":"f"}', { fin: true });
    assert.equal((await whole.type("pong")).payload.ref, "f");
  });

  test("a flood is refused message by message, then closed; pings count too", async (t) => {
    const limits = { messagesPerSecond: 1, messagesBurst: 10, refusalsMax: 20 };
    const { open, engine } = await fixture(t, { limits });
    const client = await open("requester");
    for (let index = 0; index < 200; index += 1) client.send(submit(`m${index}`, "echo"));
    assert.equal((await client.closed).code, 1008);
    const refusals = client.got.filter(({ payload }) => payload.code === "HP-GATEWAY-RATE-LIMITED");
    assert.ok(refusals.length >= 20 && refusals.every(({ payload }) => payload.retryable), `${refusals.length}`);
    assert.ok(engine.submissions.length >= 10 && engine.submissions.length < 20, `${engine.submissions.length}`);
    const pings = await open("requester");
    for (let index = 0; index < 200; index += 1) pings.socket.ping();
    assert.equal((await pings.closed).code, 1008);
  });

  test("as many as are not answered yet may wait, and no more", async (t) => {
    const { open, engine } = await fixture(t, { limits: { pendingMax: 3 } });
    engine.submit = () => new Promise(() => undefined);
    const client = await open("requester");
    for (let index = 0; index < 5; index += 1) client.send(submit(`m${index}`, "echo"));
    const { payload } = await client.type("error");
    assert.deepEqual([payload.code, payload.ref, payload.retryable], ["HP-GATEWAY-BUSY", "m3", true]);
  });

  test(
    "a reader that does not read is told so and cut off, and memory stays bounded",
    { timeout: 20_000 },
    async (t) => {
      const limits = { bufferSizeBytesMax: 65_536, closeGraceMs: 200 };
      const { open, stream, engine } = await fixture(t, { limits });
      const writer = await open("ada:requester");
      const reader = await open("ada:requester");
      reader.socket.pause();
      const caller = { actor: "ada", roles: new Set(["requester"]), correlationId: "c", traceparent: "t" } as never;
      const submission = {
        adapter: "echo",
        operation: "echo",
        arguments: { a: "x".repeat(50_000) },
        sessionId: null,
        turnId: null,
        risk: null,
        dryRun: false,
        deadlineMs: null,
        idempotencyKey: null,
      };
      for (let round = 0; round < 500 && stream.size === 2; round += 1) {
        await engine.submit(submission, caller);
        await delay(1);
      }
      assert.equal(stream.size, 1, "the slow reader is gone, the other one stays");
      assert.equal((await writer.ask({ type: "ping", id: "alive" })).type, "pong");
      reader.socket.resume();
      const { code } = await reader.closed;
      const told = reader.got.some(({ payload }) => payload.code === "HP-GATEWAY-STREAM-SLOW");
      assert.ok(code === 1013 ? told : code === 1006, `${code}`);
    },
  );

  test("a peer that answers no ping is cut off; one that does is not", async (t) => {
    const { open, stream } = await fixture(t, { limits: { pingIntervalMs: 1500 } });
    const alive = await open("requester");
    const dead = await open("requester", "", { autoPong: false });
    assert.equal((await dead.closed).code, 1006);
    await goneTo(stream, 1);
    assert.equal((await alive.ask({ type: "ping", id: "1" })).type, "pong");
  });

  test("a handshake that breaks off does no harm", async (t) => {
    const { port, open } = await fixture(t);
    for (let index = 0; index < 20; index += 1) {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      socket.on("error", () => undefined);
      socket.write("GET /v1/stream HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
      if (index % 2 === 0) socket.resetAndDestroy();
      else socket.end();
    }
    const client = await open("requester");
    assert.equal((await client.ask({ type: "ping", id: "1" })).type, "pong");
  });
});

test("closing says goodbye to everybody and takes nobody in any more", async (t) => {
  const { open, stream, url, engine } = await fixture(t);
  const clients = [await open("requester"), await open("observer")];
  engine.setHealth({ stopping: true });
  assert.deepEqual(await refused(url, bearer("requester")), [503, "HP-GATEWAY-STOPPING"]);
  await stream.close();
  for (const client of clients) assert.equal((await client.closed).code, 1001);
  assert.equal(stream.size, 0);
});
