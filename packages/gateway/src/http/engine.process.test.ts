import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { AdapterOutcome } from "../contract/adapter.ts";
import { scriptedGuardian } from "../testing-guardian.ts";
import { functionAdapter, openTestingGateway } from "../testing-gateway.ts";
import type { TestingHttp } from "./testing-http.ts";
import { assertProblem, createTestingHttp, field } from "./testing-http.ts";

const FAILED: AdapterOutcome = {
  ok: false,
  failureClass: "validation_failed",
  sent: false,
  code: "HP-ACTION-INVALID",
  message: "told to",
  retryAfterMs: null,
};

/** HTTP on the real engine, executor and store; only the adapters and the guardian are the test's. */
async function onEngine(t: {
  after(end: () => Promise<void>): void;
  after(end: () => void): void;
}): Promise<TestingHttp & { readonly calls: unknown[] }> {
  const calls: unknown[] = [];
  const guardian = scriptedGuardian(({ adapter }) => (adapter === "notify" ? { decision: "ESCALATE" } : {}));
  const gateway = await openTestingGateway({
    folder: scratch(t),
    guardian,
    adapters: [
      functionAdapter("echo", ({ arguments: given }) => {
        calls.push(given);
        return { ok: true, result: given };
      }),
      functionAdapter("fail", () => FAILED),
      functionAdapter("notify", ({ arguments: given }) => ({ ok: true, result: given })),
    ],
  });
  const http = createTestingHttp({ engine: gateway.engine, randomBytes, nowMs: Date.now });
  t.after(async () => {
    await http.app.close();
    await gateway.engine.close(1000);
  });
  return { ...http, calls };
}

const submission = (adapter: string, args: object = { text: "hello" }): object => {
  return { adapter, operation: "run", arguments: args };
};

test("an action is executed once per key and its receipt is in the signed tree", async (t) => {
  const { ask, calls } = await onEngine(t);
  const headers = { "idempotency-key": "k1", "x-correlation-id": "trail-1" };
  const told = await ask("requester", "POST", "/v1/actions", { body: submission("echo"), headers });
  assert.equal(told.status, 200);
  assert.deepEqual(told.body["result"], { text: "hello" });
  const again = await ask("requester", "POST", "/v1/actions", { body: submission("echo"), headers });
  assert.deepEqual(again.body, told.body);
  assert.equal(again.headers["idempotency-replayed"], "true");
  assert.equal(calls.length, 1);
  const other = await ask("requester", "POST", "/v1/actions", { body: submission("echo", {}), headers });
  assertProblem(other, "HP-GATEWAY-KEY-REUSED");
  const receipt = await ask("requester", "GET", `/v1/receipts/${field(told, "id")}`);
  assertIncluded(receipt.body as unknown as ReceiptBody);
  const trail = await ask("requester", "GET", "/v1/audit-trails/trail-1");
  assert.ok((trail.body["items"] as unknown[]).length >= 2);
});

test("every end of an action comes over HTTP", async (t) => {
  const { ask } = await onEngine(t);
  const dead = await ask("requester", "POST", "/v1/actions", { body: submission("fail") });
  assert.deepEqual([dead.status, dead.body["state"]], [200, "DEAD"]);
  const waiting = await ask("requester", "POST", "/v1/actions", {
    body: submission("notify"),
    headers: { prefer: "wait=1" },
  });
  assert.deepEqual([waiting.status, waiting.body["state"]], [202, "AWAITING_APPROVAL"]);
  const approved = await ask("approver", "POST", `/v1/actions/${field(waiting, "id")}/approve`);
  assert.equal(approved.status, 200);
  const ended = await ask("requester", "GET", `/v1/actions/${field(waiting, "id")}`, { headers: { prefer: "wait=5" } });
  assert.equal(ended.body["state"], "SUCCEEDED");
  const denied = await ask("requester", "POST", "/v1/actions", { body: submission("notify") });
  assert.equal((await ask("approver", "POST", `/v1/actions/${field(denied, "id")}/deny`)).body["state"], "DENIED");
  const cancelled = await ask("requester", "POST", "/v1/actions", { body: submission("notify") });
  const path = `/v1/actions/${field(cancelled, "id")}/cancel`;
  assert.equal((await ask("requester", "POST", path)).body["state"], "CANCELLED");
  assertProblem(await ask("requester", "POST", path), "HP-GATEWAY-STATE-CONFLICT");
  const dry = await ask("requester", "POST", "/v1/actions", { body: { ...submission("echo"), dry_run: true } });
  assert.equal(dry.body["state"], "SIMULATED");
  const list = await ask("observer", "GET", "/v1/actions?limit=3");
  assert.equal((list.body["items"] as unknown[]).length, 3);
  const rest = await ask("observer", "GET", `/v1/actions?cursor=${field(list, "cursor")}`);
  assert.equal((rest.body["items"] as unknown[]).length, 2);
});

test("a dead letter is planned, replayed and followed over HTTP", async (t) => {
  const { ask } = await onEngine(t);
  const dead = await ask("requester", "POST", "/v1/actions", { body: submission("fail") });
  const path = "/v1/dead-letters/replay";
  const filter = { ids: [field(dead, "id")] };
  const plan = await ask("operator", "POST", path, { body: { mode: "plan", filter } });
  assert.equal(plan.body["count"], 1);
  const run = await ask("operator", "POST", path, { body: { mode: "run", plan_id: field(plan, "id"), max: 5 } });
  assert.equal(run.status, 202);
  const where = String(run.headers["location"]);
  let state = "running";
  for (let look = 0; look < 2000 && state === "running"; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    state = field(await ask("observer", "GET", where), "state");
  }
  assert.equal(state, "done");
  const letter = await ask("observer", "GET", `/v1/dead-letters/${field(dead, "id")}`);
  assert.equal(letter.body["status"], "open");
  assert.equal((letter.body["replays"] as unknown[]).length, 1);
});

test("settings, breakers, policy, checkpoint, health and metrics come from the engine", async (t) => {
  const { ask } = await onEngine(t);
  const config = await ask("operator", "GET", "/v1/config");
  const headers = { "if-match": String(config.headers["etag"]) };
  const changed = await ask("operator", "PATCH", "/v1/config", { body: { executor: { concurrency: 8 } }, headers });
  assert.equal(changed.body["generation"], 1);
  const late = await ask("operator", "PATCH", "/v1/config", { body: {}, headers });
  assertProblem(late, "HP-GATEWAY-PRECONDITION");
  const breakers = (await ask("observer", "GET", "/v1/breakers")).body["breakers"] as unknown[];
  assert.equal(breakers.length, 3);
  assert.equal((await ask("observer", "GET", "/v1/breakers/metrics")).status, 200);
  assert.equal((await ask("operator", "POST", "/v1/breakers/fail/reset")).status, 200);
  assert.equal((await ask("operator", "POST", "/v1/policy/reload")).status, 200);
  assert.match((await ask("requester", "GET", "/v1/checkpoint")).text, /^testing\n\d+\n/);
  assert.equal((await ask(null, "GET", "/readyz")).status, 200);
  assert.match((await ask("observer", "GET", "/metrics")).text, /^holdpoint_config_generation 1$/m);
  assert.equal((await ask("requester", "GET", "/v1/capabilities")).status, 200);
});

interface ReceiptBody {
  readonly record: string;
  readonly leaf_index: number;
  readonly inclusion: { readonly tree_size: number; readonly hashes: readonly string[] };
  readonly checkpoint: string;
}

/** RFC 9162 section 2.1.3.2, written again here so that the ledger does not vouch for itself. */
function assertIncluded({ record, leaf_index: index, inclusion, checkpoint }: ReceiptBody): void {
  const sha256 = (...parts: readonly (Buffer | string)[]): Buffer =>
    parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
  let [first, last] = [index, inclusion.tree_size - 1];
  let root = sha256(Buffer.of(0), record);
  for (const text of inclusion.hashes) {
    const hash = Buffer.from(text, /^[0-9a-f]{64}$/.test(text) ? "hex" : "base64");
    if (first % 2 === 1 || first === last) {
      root = sha256(Buffer.of(1), hash, root);
      while (first % 2 === 0 && first !== 0) [first, last] = [first >> 1, last >> 1];
    } else {
      root = sha256(Buffer.of(1), root, hash);
    }
    [first, last] = [first >> 1, last >> 1];
  }
  assert.equal(last, 0);
  const [, size, signed] = checkpoint.split("\n");
  assert.equal(Number(size), inclusion.tree_size);
  assert.equal(root.toString("base64"), signed);
}
