import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { WebSocket } from "ws";
import { actorLimit } from "../auth/actor-limit.ts";
import type { Principal } from "../contract/principal.ts";
import { requestAdmission } from "../http/admit-request.ts";
import { GET_CAPABILITIES } from "../http/routes/get-capabilities.ts";
import { RuntimeSettings } from "../settings/runtime-settings.ts";
import type { StreamFixture } from "../io/testing-stream.ts";
import { streamFixture, submit, TestClient, TOKENS } from "../io/testing-stream.ts";
import type { StreamTerms } from "./attach-stream.ts";

async function fixture(t: TestContext, change: Partial<StreamTerms>): Promise<StreamFixture> {
  const made = await streamFixture(change);
  t.after(() => made.close());
  return made;
}

/** Tokens as those of the fixture, of which some can be taken away or given other roles. */
function tokensWithout(): { readonly tokens: StreamTerms["tokens"]; readonly now: Map<string, Principal | null> } {
  const now = new Map<string, Principal | null>();
  const holderOf = (token: string): Principal | null =>
    now.get(token) ?? (now.has(token) ? null : TOKENS.holderOf(token));
  return { tokens: { authenticate: (header) => holderOf(header?.replace(/^Bearer /, "") ?? ""), holderOf }, now };
}

test("a token that was removed, or has fewer roles now, ends its connections and no other", async (t) => {
  const { tokens, now } = tokensWithout();
  const { open, stream, url } = await fixture(t, { tokens });
  const kept = await open("ada:requester");
  const removed = await open("bo:requester");
  const lowered = await open("cy:requester+operator");
  const browser = new TestClient(new WebSocket(url, ["holdpoint.v1", "holdpoint.bearer.observer"]));
  await once(browser.socket, "open");
  stream.recheck();
  assert.equal((await removed.ask({ type: "ping", id: "before" })).type, "pong");

  now.set("bo:requester", null).set("observer", null);
  now.set("cy:requester+operator", { actor: "cy", roles: new Set(["requester"]) });
  stream.recheck();
  for (const client of [removed, lowered, browser]) {
    assert.deepEqual(await client.closed, { code: 1008, reason: "HP-GATEWAY-UNAUTHENTICATED" });
    assert.equal(client.got.at(-1)?.payload.code, "HP-GATEWAY-UNAUTHENTICATED");
  }
  assert.equal((await kept.ask({ type: "ping", id: "after" })).type, "pong");
});

test("an actor has one limit, whichever way it asks; pings are not counted by it", async (t) => {
  const settings = new RuntimeSettings({ file: { limits: { requests_per_second_per_actor: 1, burst_per_actor: 3 } } });
  const limit = actorLimit(settings, () => 1_000_000);
  const { open, url } = await fixture(t, { actorLimit: limit });
  const ada = await open("ada:requester");
  assert.equal((await ada.ask(submit("m1", "echo"))).type, "ack");
  const admit = requestAdmission({ authenticate: () => ({ actor: "ada", roles: new Set(["requester"]) }) }, limit);
  assert.equal(admit(GET_CAPABILITIES, "Bearer x")?.actor, "ada");

  const refusal = await ada.ask(submit("m2", "echo"));
  assert.deepEqual([refusal.type, refusal.payload.code], ["error", "HP-GATEWAY-RATE-LIMITED"]);
  assert.equal(refusal.payload.retryable, true);
  assert.throws(() => admit(GET_CAPABILITIES, "Bearer x"), { code: "HP-GATEWAY-RATE-LIMITED" });
  assert.equal((await ada.ask({ type: "ping", id: "p" })).type, "pong");
  const again = new WebSocket(url, { headers: { authorization: "Bearer ada:requester" } });
  again.on("error", () => undefined);
  const [, { statusCode }] = (await once(again, "unexpected-response")) as [unknown, { readonly statusCode: number }];
  assert.equal(statusCode, 429);
  assert.equal((await (await open("bo:requester")).ask(submit("m3", "echo"))).type, "ack");
});

test("an upgrade that is refused is in the log under the id that its answer names", async (t) => {
  const { url, logged } = await fixture(t, {});
  const socket = new WebSocket(url, { headers: { "x-correlation-id": "call-7" } });
  socket.on("error", () => undefined);
  const [, response] = (await once(socket, "unexpected-response")) as [unknown, { headers: Record<string, string> }];
  assert.equal(response.headers["x-correlation-id"], "call-7");
  const line = { event: "stream-refused", correlation_id: "call-7", status: 401, code: "HP-GATEWAY-UNAUTHENTICATED" };
  assert.deepEqual(logged, [line]);
});

test("a tracestate as long as the specification allows is passed on with the action", async (t) => {
  const { open, engine } = await fixture(t, {});
  const client = await open("ada:requester");
  const members = Array.from({ length: 32 }, (_, index) => `k${index}=${"v".repeat(100)}`).join(",");
  const trace = { traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", tracestate: members };
  const ack = await client.ask({ ...submit("m1", "echo"), ...trace });
  assert.equal(ack.type, "ack", ack.payload.message);
  const tracestate = engine.get(ack.payload.action?.id ?? "")?.tracestate;
  assert.ok(tracestate !== null && tracestate !== undefined && members.startsWith(tracestate));
});
