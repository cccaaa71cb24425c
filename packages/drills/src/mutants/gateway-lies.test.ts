import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { BREAKER_LIES, DEAD_LETTER_LIES, GATEWAY_LIES } from "./gateway-lies.ts";
import type { Lie, ProxyAnswer } from "./lie.ts";

interface Told {
  readonly status: number;
  readonly json: Json;
  readonly lied: boolean;
  readonly asked: number;
}

async function told(lie: Lie, path: string, json: Json, status = 200): Promise<Told> {
  let asked = 0;
  const truth: ProxyAnswer = { status, headers: {}, body: JSON.stringify(json) };
  const request = { method: "GET", path, headers: {}, body: "" };
  const { answer, lied } = await lie.tell(request, async () => {
    asked += 1;
    return truth;
  });
  return { status: answer.status, json: JSON.parse(answer.body) as Json, lied, asked };
}

const ALL: readonly Lie[] = [GATEWAY_LIES, BREAKER_LIES, DEAD_LETTER_LIES].flatMap((lies) => Object.values(lies));

test("lies have names of their own and say what is wrong", () => {
  assert.ok(ALL.length >= 12);
  assert.equal(new Set(ALL.map(({ id }) => id)).size, ALL.length);
  for (const { id, harms } of ALL) {
    assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(harms.length > 12, id);
  }
});

test("each lie that changes answers tells the truth about everything else", async () => {
  for (const lie of ALL.filter(({ id }) => id !== "everybody-probes" && id !== "effect-repeated")) {
    const { lied, json, asked } = await told(lie, "/livez", { live: true });
    assert.deepEqual([lied, json, asked], [false, { live: true }, 1], lie.id);
  }
});

test("what is no JSON is handed on as it is", async () => {
  const text: ProxyAnswer = { status: 200, headers: {}, body: "plain" };
  const request = { method: "GET", path: "/v1/receipts/a", headers: {}, body: "" };
  const { answer, lied } = await GATEWAY_LIES.recordChanged.tell(request, async () => text);
  assert.deepEqual([answer, lied], [text, false]);
});

test("statuses are changed, and bodies stay", async () => {
  assert.equal((await told(GATEWAY_LIES.conflictHidden, "/v1/actions", {}, 409)).status, 200);
  assert.equal((await told(BREAKER_LIES.errorsAsSuccess, "/erring", {}, 500)).status, 200);
  assert.equal((await told(BREAKER_LIES.errorsAsSuccess, "/erring", {}, 422)).status, 422);
});

test("states, records and ids are changed where they stand", async () => {
  const dead = await told(GATEWAY_LIES.deadAsDone, "/v1/actions/a", { id: "a", state: "DEAD" });
  assert.deepEqual(dead.json, { id: "a", state: "SUCCEEDED" });
  const record = await told(GATEWAY_LIES.recordChanged, "/v1/receipts/a", { record: '{"attempts":1}' });
  assert.deepEqual(record.json, { record: '{"attempts":2}' });
  const own = await told(GATEWAY_LIES.correlationReplaced, "/v1/dead-letters/a", { correlation_id: "x" });
  assert.deepEqual(own.json, { correlation_id: "req_own" });
  const linked = await told(DEAD_LETTER_LIES.originalOverwritten, "/v1/actions/a", { replay_of: "b" });
  assert.deepEqual([linked.json, linked.lied], [{ replay_of: null }, true]);
});

test("items are left out of pages", async () => {
  const page = { items: [{ kind: "receipt" }, { kind: "action" }], cursor: null };
  const trail = await told(GATEWAY_LIES.receiptsDropped, "/v1/audit-trails/x", page);
  assert.deepEqual(trail.json, { items: [{ kind: "action" }], cursor: null });
  const letters = { items: [{ class: "timeout" }, { class: "unknown" }] };
  const hidden = await told(DEAD_LETTER_LIES.timeoutsHidden, "/v1/dead-letters?x=1", letters);
  assert.deepEqual(hidden.json, { items: [{ class: "unknown" }] });
});

test("letters and breakers are told otherwise", async () => {
  const closed = await told(DEAD_LETTER_LIES.failureCloses, "/v1/dead-letters/a", { status: "open" });
  assert.deepEqual(closed.json, { status: "replayed" });
  const unknown = await told(DEAD_LETTER_LIES.allUnknown, "/v1/dead-letters", { items: [{ class: "timeout" }] });
  assert.deepEqual(unknown.json, { items: [{ class: "unknown" }] });
  const open = { breakers: [{ name: "a", state: "open", calls: [{ ok: false }] }] };
  const says = await told(BREAKER_LIES.saysClosed, "/v1/breakers", open);
  assert.deepEqual(says.json, { breakers: [{ name: "a", state: "closed", calls: [{ ok: false }] }] });
  const hidden = await told(BREAKER_LIES.hiddenFailures, "/v1/breakers/metrics?last_n=1", open);
  assert.deepEqual(hidden.json, { breakers: [{ name: "a", state: "open", calls: [{ ok: true }] }] });
});

test("what is called twice is asked twice", async () => {
  for (const lie of [BREAKER_LIES.everybodyProbes, DEAD_LETTER_LIES.effectRepeated]) {
    const { asked, lied } = await told(lie, "/any", {});
    assert.deepEqual([asked, lied], [2, true], lie.id);
  }
});

test("where there is nothing to lie about, each item is told as it is", async () => {
  const cases: readonly (readonly [Lie, string, Json])[] = [
    [GATEWAY_LIES.deadAsDone, "/v1/actions/act_1", { items: [{ state: "SUCCEEDED" }, { state: "RUNNING" }] }],
    [DEAD_LETTER_LIES.failureCloses, "/v1/dead-letters/act_1", { items: [{ status: "replayed" }] }],
    [DEAD_LETTER_LIES.originalOverwritten, "/v1/actions/act_1", { items: [{ replay_of: null }] }],
  ];
  for (const [lie, path, json] of cases) {
    const seen = await told(lie, path, json);
    assert.deepEqual([seen.lied, seen.json], [false, json], lie.id);
  }
});
