import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestingHttp } from "./testing-http.ts";
import { assertProblem, createTestingHttp, ECHO, field } from "./testing-http.ts";

async function submitted({ ask }: TestingHttp, adapter: string, as = "requester"): Promise<string> {
  return field(await ask(as, "POST", "/v1/actions", { body: { ...ECHO, adapter } }), "id");
}

test("an approval runs the action, once", async () => {
  const http = createTestingHttp();
  const id = await submitted(http, "notify");
  const told = await http.ask("approver", "POST", `/v1/actions/${id}/approve`, { body: { reason: "looked at it" } });
  assert.equal(told.body["state"], "SUCCEEDED");
  assertProblem(await http.ask("approver", "POST", `/v1/actions/${id}/approve`), "HP-GATEWAY-STATE-CONFLICT");
  assertProblem(await http.ask("approver", "POST", `/v1/actions/${id}/deny`), "HP-GATEWAY-STATE-CONFLICT");
});

test("nobody approves what they asked for", async () => {
  const http = createTestingHttp();
  const id = await submitted(http, "notify", "requester+approver:ann");
  const own = await http.ask("requester+approver:ann", "POST", `/v1/actions/${id}/approve`);
  assertProblem(own, "HP-GATEWAY-APPROVER-IS-REQUESTER");
  assert.equal((await http.ask("approver:bob", "POST", `/v1/actions/${id}/approve`)).status, 200);
});

test("a denial is final", async () => {
  const http = createTestingHttp();
  const id = await submitted(http, "notify");
  assert.equal((await http.ask("approver", "POST", `/v1/actions/${id}/deny`)).body["state"], "DENIED");
  assertProblem(await http.ask("approver", "POST", `/v1/actions/${id}/approve`), "HP-GATEWAY-STATE-CONFLICT");
});

test("a requester cancels its own, an operator anybody's, an approver who asked for nothing none", async () => {
  const http = createTestingHttp();
  const [first, second, third] = [
    await submitted(http, "notify"),
    await submitted(http, "notify"),
    await submitted(http, "notify"),
  ];
  assert.equal((await http.ask("requester", "POST", `/v1/actions/${first}/cancel`)).body["state"], "CANCELLED");
  assert.equal((await http.ask("operator", "POST", `/v1/actions/${second}/cancel`)).body["state"], "CANCELLED");
  const other = await http.ask("requester+approver:bob", "POST", `/v1/actions/${third}/cancel`);
  assertProblem(other, "HP-GATEWAY-FORBIDDEN");
  assertProblem(await http.ask("requester", "POST", `/v1/actions/${first}/cancel`), "HP-GATEWAY-STATE-CONFLICT");
});

test("an unknown outcome is reconciled by query or by hand", async () => {
  const http = createTestingHttp();
  const bodies = [
    [{ how: "query" }, "SUCCEEDED"],
    [{ how: "succeeded", result: { sent: true }, reason: "seen in the mailbox" }, "SUCCEEDED"],
    [{ how: "succeeded", reason: "seen in the mailbox" }, "SUCCEEDED"],
    [{ how: "failed", reason: "no trace of it" }, "DEAD"],
  ] as const;
  for (const [body, state] of bodies) {
    const id = await submitted(http, "lost");
    const told = await http.ask("operator", "POST", `/v1/actions/${id}/reconcile`, { body });
    assert.equal(told.body["state"], state);
  }
});

test("a reconciliation that says too little or too much is refused by field", async () => {
  const http = createTestingHttp();
  const id = await submitted(http, "lost");
  const wrong: readonly (readonly [unknown, RegExp])[] = [
    [{}, /'how'/],
    [{ how: "guess" }, /'how' with a known value/],
    [{ how: "query", result: 1 }, /no field 'result'/],
    [{ how: "failed" }, /'reason'/],
    [{ how: "failed", reason: "" }, /'reason'/],
    [{ how: "succeeded", reason: 1 }, /'reason' must be string/],
    [[], /the body must be object/],
  ];
  for (const [body, detail] of wrong) {
    const told = await http.ask("operator", "POST", `/v1/actions/${id}/reconcile`, { body });
    assertProblem(told, "HP-GATEWAY-BODY");
    assert.match(field(told, "detail"), detail);
  }
});

test("a decision takes a reason, an empty body, or none; nothing else", async () => {
  const http = createTestingHttp();
  const path = async (): Promise<string> => `/v1/actions/${await submitted(http, "notify")}/deny`;
  assert.equal((await http.ask("approver", "POST", await path())).status, 200);
  assert.equal((await http.ask("approver", "POST", await path(), { body: {} })).status, 200);
  const empty = { raw: "", headers: { "content-type": "application/json" } };
  assert.equal((await http.ask("approver", "POST", await path(), empty)).status, 200);
  for (const body of [{ because: "x" }, { reason: 1 }, { reason: "x".repeat(1001) }, "deny", null]) {
    assertProblem(await http.ask("approver", "POST", await path(), { body }), "HP-GATEWAY-BODY");
  }
});

test("deciding about nothing is 404", async () => {
  const { ask } = createTestingHttp();
  for (const verb of ["approve", "deny"]) {
    assertProblem(await ask("approver", "POST", `/v1/actions/act_0/${verb}`), "HP-GATEWAY-NOT-FOUND");
  }
  for (const verb of ["cancel", "reconcile"]) {
    const told = await ask("operator", "POST", `/v1/actions/act_0/${verb}`, { body: { how: "query" } });
    assert.ok([400, 404].includes(told.status));
  }
});
