import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { RetryAfterError } from "../errors/retry-after.ts";
import { assertProblem, createTestingHttp, ECHO, field } from "./testing-http.ts";

const ENDS: readonly (readonly [adapter: string, status: number, state: string])[] = [
  ["echo", 200, "SUCCEEDED"],
  ["fail", 200, "DEAD"],
  ["deny", 200, "DENIED"],
  ["notify", 202, "AWAITING_APPROVAL"],
  ["lost", 202, "UNKNOWN"],
];

for (const [adapter, status, state] of ENDS) {
  test(`a submission that comes to ${state} is answered ${status}`, async () => {
    const { ask } = createTestingHttp();
    const told = await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, adapter } });
    assert.equal(told.status, status);
    assert.equal(told.body["state"], state);
    assert.equal(told.headers["location"], status === 202 ? `/v1/actions/${field(told, "id")}` : undefined);
    assert.equal(told.headers["cache-control"], "no-store");
  });
}

test("the answer has every member of an action", async () => {
  const { ask } = createTestingHttp();
  const { body } = await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, session_id: "s1" } });
  assert.deepEqual(body["result"], { text: "hello" });
  assert.equal(body["session_id"], "s1");
  assert.equal(body["actor"], "requester");
  assert.equal((body["receipt"] as { leaf_index: number }).leaf_index, 3);
});

test("a dry run is SIMULATED", async () => {
  const { ask, engine } = createTestingHttp();
  const told = await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, dry_run: true } });
  assert.equal(told.body["state"], "SIMULATED");
  assert.equal(engine.submissions[0]?.submission.dryRun, true);
});

test("everything that was asked reaches the engine", async () => {
  const { ask, engine } = createTestingHttp();
  await ask("requester", "POST", "/v1/actions", {
    body: { ...ECHO, session_id: "s1", risk: "low", deadline_ms: 5000 },
    headers: {
      "idempotency-key": '"order-17"',
      "x-correlation-id": "order:17",
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      tracestate: "rojo=1",
    },
  });
  const [first] = engine.submissions;
  assert.ok(first !== undefined);
  assert.deepEqual(first.submission, {
    adapter: "echo",
    operation: "echo",
    arguments: { text: "hello" },
    sessionId: "s1",
    turnId: null,
    risk: "low",
    dryRun: false,
    deadlineMs: 5000,
    idempotencyKey: "order-17",
  });
  assert.equal(first.caller.actor, "requester");
  assert.equal(first.caller.correlationId, "order:17");
  assert.match(first.caller.traceparent, /^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$/);
  assert.equal(first.caller.tracestate, "rojo=1");
});

test("null stands for what may be left out", async () => {
  const { ask } = createTestingHttp();
  const body = { ...ECHO, session_id: null, risk: null, deadline_ms: null };
  assert.equal((await ask("requester", "POST", "/v1/actions", { body })).status, 200);
});

test("respond-async answers at acceptance, also what ended at once", async () => {
  const { ask } = createTestingHttp();
  for (const adapter of ["echo", "deny", "sleep"]) {
    const headers = { prefer: "respond-async" };
    const told = await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, adapter }, headers });
    assert.equal(told.status, 202);
    assert.equal(told.headers["preference-applied"], "respond-async");
    assert.equal(told.headers["location"], `/v1/actions/${field(told, "id")}`);
  }
});

test("wait=N waits and says how long at most", async () => {
  const { ask, engine } = createTestingHttp();
  const body = { ...ECHO, adapter: "sleep" };
  const asked = ask("requester", "POST", "/v1/actions", { body, headers: { prefer: "wait=999" } });
  while (engine.submissions.length === 0) await new Promise((resolve) => setImmediate(resolve));
  engine.finish("act_00000000000000000000000001", "woken");
  const told = await asked;
  assert.equal(told.status, 200);
  assert.equal(told.body["result"], "woken");
  assert.equal(told.headers["preference-applied"], "wait=30");
});

test("wait=0 does not wait", async () => {
  const { ask } = createTestingHttp();
  const told = await ask("requester", "POST", "/v1/actions", {
    body: { ...ECHO, adapter: "sleep" },
    headers: { prefer: "wait=0" },
  });
  assert.equal(told.status, 202);
  assert.equal(told.body["state"], "RUNNING");
});

test("a repeated key answers the same action and says so; another body is refused", async () => {
  const { ask, engine } = createTestingHttp();
  const headers = { "idempotency-key": "k1" };
  const first = await ask("requester", "POST", "/v1/actions", { body: ECHO, headers });
  assert.equal(first.headers["idempotency-replayed"], undefined);
  const again = await ask("requester", "POST", "/v1/actions", { body: ECHO, headers: { "idempotency-key": '"k1"' } });
  assert.equal(again.status, 200);
  assert.equal(again.body["id"], first.body["id"]);
  assert.equal(again.headers["idempotency-replayed"], "true");
  const asynchronous = { ...headers, prefer: "respond-async" };
  assert.equal((await ask("requester", "POST", "/v1/actions", { body: ECHO, headers: asynchronous })).status, 200);
  const other = await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, arguments: {} }, headers });
  assertProblem(other, "HP-GATEWAY-KEY-REUSED");
  const others = await ask("requester:somebody", "POST", "/v1/actions", { body: { ...ECHO, arguments: {} }, headers });
  assert.equal(others.status, 200);
  assert.equal(engine.list({ limit: 10 }).items.length, 2);
});

test("keys that are none are refused before anything is submitted", async () => {
  const { ask, engine } = createTestingHttp();
  for (const key of ["", '""', "a, b", "x".repeat(256), '"open', "caf\u00e9"]) {
    const told = await ask("requester", "POST", "/v1/actions", { body: ECHO, headers: { "idempotency-key": key } });
    assertProblem(told, "HP-GATEWAY-HEADER");
  }
  assert.equal(engine.submissions.length, 0);
});

test("an unknown adapter is a problem of its own", async () => {
  const { ask } = createTestingHttp();
  const told = await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, adapter: "nowhere" } });
  assertProblem(told, "HP-GATEWAY-ADAPTER-UNKNOWN");
});

test("backpressure says when to come back", async () => {
  const { ask, engine } = createTestingHttp();
  engine.failNext(new RetryAfterError("HP-GATEWAY-BUSY", "10,000 actions are live", 1200));
  const told = await ask("requester", "POST", "/v1/actions", { body: ECHO });
  assertProblem(told, "HP-GATEWAY-BUSY");
  assert.equal(told.headers["retry-after"], "2");
  engine.failNext(new HoldpointError("HP-GATEWAY-STORAGE-FULL", "the disk is full"));
  const full = await ask("requester", "POST", "/v1/actions", { body: ECHO });
  assertProblem(full, "HP-GATEWAY-STORAGE-FULL");
  assert.equal(full.status, 507);
  assert.equal(full.headers["retry-after"], "1");
});

test("an unforeseen error says nothing of itself to the client and all of it to the log", async () => {
  const { ask, engine, lines } = createTestingHttp();
  engine.failNext(new Error("the secret path of a file"));
  const told = await ask("requester", "POST", "/v1/actions", { body: ECHO });
  assertProblem(told, "HP-INTERNAL");
  assert.doesNotMatch(told.text, /secret/);
  assert.match(String(lines.at(-1)?.["cause"]), /secret path/);
});

test("actions are listed newest first, page by page, and filtered", async () => {
  const { ask } = createTestingHttp();
  for (const adapter of ["echo", "fail", "echo"]) {
    await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, adapter, session_id: `of-${adapter}` } });
  }
  const first = await ask("observer", "GET", "/v1/actions?limit=2");
  const page = first.body["items"] as { id: string }[];
  assert.deepEqual(
    page.map(({ id }) => id.at(-1)),
    ["3", "2"],
  );
  const second = await ask("observer", "GET", `/v1/actions?limit=2&cursor=${field(first, "cursor")}`);
  assert.equal((second.body["items"] as unknown[]).length, 1);
  assert.equal(second.body["cursor"], null);
  const count = async (query: string): Promise<number> =>
    ((await ask("observer", "GET", `/v1/actions?${query}`)).body["items"] as unknown[]).length;
  assert.equal(await count("state=DEAD"), 1);
  assert.equal(await count("session=of-echo"), 2);
  assert.equal(await count("adapter=fail&state=SUCCEEDED"), 0);
  assert.equal(await count("actor=requester"), 3);
  assert.equal(await count("actor=nobody"), 0);
  assert.equal(await count("since=2026-01-02T03:04:05Z"), 3);
  assert.equal(await count("since=2027-01-01T00:00:00Z"), 0);
});

test("queries that make no sense are refused by name", async () => {
  const { ask } = createTestingHttp();
  const wrong: readonly (readonly [string, RegExp])[] = [
    ["state=LOST", /'state' must be one of/],
    ["limit=0", /'limit'/],
    ["limit=201", /'limit' must be a whole number from 1 to 200/],
    ["limit=ten", /'limit'/],
    ["limit=1&limit=2", /'limit' must be string/],
    ["since=yesterday", /'since' must be an instant/],
    ["since=2026-02-31T00:00:00Z", /'since'/],
    ["cursor=", /'cursor'/],
    ["cursor=zzz", /'cursor'/],
    ["colour=red", /has no field 'colour'/],
  ];
  for (const [query, detail] of wrong) {
    const told = await ask("observer", "GET", `/v1/actions?${query}`);
    assertProblem(told, "HP-GATEWAY-QUERY");
    assert.match(field(told, "detail"), detail, query);
  }
});

test("a requester sees its own actions only, and cannot tell others' from none", async () => {
  const { ask } = createTestingHttp();
  const mine = await ask("requester:ann", "POST", "/v1/actions", { body: ECHO });
  const id = field(mine, "id");
  for (const path of [`/v1/actions/${id}`, `/v1/receipts/${id}`]) {
    assert.equal((await ask("requester:ann", "GET", path)).status, 200);
    const hidden = await ask("requester:bob", "GET", path);
    assertProblem(hidden, "HP-GATEWAY-NOT-FOUND");
    const absent = await ask("requester:bob", "GET", path.replace(/.$/, "x"));
    assert.equal(absent.text, hidden.text);
    for (const reader of ["approver", "operator", "observer"])
      assert.equal((await ask(reader, "GET", path)).status, 200);
  }
  assert.deepEqual((await ask("requester:bob", "GET", "/v1/actions?actor=ann")).body["items"], []);
  assert.equal(((await ask("requester:ann", "GET", "/v1/actions")).body["items"] as unknown[]).length, 1);
  assertProblem(await ask("requester:bob", "POST", `/v1/actions/${id}/cancel`), "HP-GATEWAY-NOT-FOUND");
});

test("an audit trail has a requester's own actions only", async () => {
  const { ask } = createTestingHttp();
  const headers = { "x-correlation-id": "shared" };
  await ask("requester:ann", "POST", "/v1/actions", { body: ECHO, headers });
  await ask("requester:bob", "POST", "/v1/actions", { body: ECHO, headers });
  const all = (await ask("observer", "GET", "/v1/audit-trails/shared")).body["items"] as { action_id: string }[];
  const own = (await ask("requester:ann", "GET", "/v1/audit-trails/shared")).body["items"] as { action_id: string }[];
  assert.ok(own.length > 0 && own.length < all.length);
  assert.deepEqual([...new Set(own.map(({ action_id }) => action_id))], ["act_00000000000000000000000001"]);
  assertProblem(await ask("requester:eve", "GET", "/v1/audit-trails/shared"), "HP-GATEWAY-NOT-FOUND");
});

test("GET waits with Prefer: wait", async () => {
  const { ask, engine } = createTestingHttp();
  const headers = { prefer: "respond-async" };
  const begun = await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, adapter: "sleep" }, headers });
  const id = field(begun, "id");
  assert.equal((await ask("requester", "GET", `/v1/actions/${id}`)).body["state"], "RUNNING");
  const asked = ask("requester", "GET", `/v1/actions/${id}`, { headers: { prefer: "wait=20" } });
  setImmediate(() => engine.finish(id));
  assert.equal((await asked).body["state"], "SUCCEEDED");
});

test("an action that has not ended has no receipt yet", async () => {
  const { ask } = createTestingHttp();
  const begun = await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, adapter: "notify" } });
  assertProblem(await ask("requester", "GET", `/v1/receipts/${field(begun, "id")}`), "HP-GATEWAY-NOT-FOUND");
});
