import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { trialConfig } from "../config/trial-config.ts";
import type { Role } from "../contract/principal.ts";
import { startGateway } from "../io/start-gateway.ts";
import type { GatewayClient } from "./create-client.ts";
import { createClient } from "./create-client.ts";
import { ActionFailedError, GatewayError } from "./errors.ts";
import { verifyReceipt } from "./verify-receipt.ts";

const ECHO = { adapter: "echo", operation: "echo", arguments: { a: 1 } } as const;
const NOTIFY = { adapter: "notify", operation: "notify", arguments: { text: "look" } } as const;
const FAIL = { adapter: "fail", operation: "fail", arguments: { class: "validation_failed" } } as const;

type Clients = Readonly<Record<Role, GatewayClient>>;

async function clients(t: TestContext): Promise<Clients> {
  const started = await startGateway({
    config: trialConfig(),
    dataDir: scratch(t),
    port: 0,
    version: "0.0.0-test",
    nowMs: Date.now,
    randomBytes,
    log: () => undefined,
  });
  t.after(() => started.close());
  const tokens = started.tokens ?? assert.fail("a first start makes tokens");
  const of = (role: Role): GatewayClient => createClient({ url: started.url, token: tokens[role], retries: 0 });
  return { requester: of("requester"), approver: of("approver"), operator: of("operator"), observer: of("observer") };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const thrown = await promise.then(
    () => assert.fail("it must be refused"),
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof GatewayError || thrown instanceof ActionFailedError, String(thrown));
  return thrown.code;
}

describe("the client on a real gateway", () => {
  test("runs an action, finds it again, and verifies its receipt with the key that is served", async (t) => {
    const { requester, observer } = await clients(t);
    const action = await requester.run(ECHO, { correlationId: "trail-1" });
    assert.deepEqual([action.state, action.result, action.correlation_id], ["SUCCEEDED", { a: 1 }, "trail-1"]);
    assert.deepEqual(await requester.get(action.id), action);
    const receipt = await requester.receipt(action.id);
    const { ledger } = await requester.keys();
    const told = verifyReceipt(receipt, ledger);
    assert.ok(told.valid, JSON.stringify(told));
    assert.deepEqual([told.body["action"], told.body["state"]], [action.id, "SUCCEEDED"]);
    assert.match(await observer.checkpoint(), new RegExp(`^${ledger.origin}\n\\d+\n`));
    const { items } = await observer.trail("trail-1");
    assert.deepEqual(items.at(-1)?.["kind"], "receipt");
    const listed = await all(observer.list({ adapter: "echo", limit: 1 }));
    assert.deepEqual(
      listed.map(({ id }) => id),
      [action.id],
    );
  });

  test("pages through many, newest first, each once", async (t) => {
    const { requester, observer } = await clients(t);
    const made: string[] = [];
    for (let number = 0; number < 7; number += 1) made.push((await requester.submit(ECHO)).action.id);
    const seen = await all(observer.list({ limit: 3 }));
    assert.deepEqual(
      seen.map(({ id }) => id),
      made.toReversed(),
    );
    await all(observer.list({ since: new Date(Date.now() + 60_000).toISOString() })).then((none) =>
      assert.deepEqual(none, []),
    );
  });

  test("the same key is the same action; another body is refused", async (t) => {
    const { requester } = await clients(t);
    const first = await requester.submit(ECHO, { idempotencyKey: "k" });
    const again = await requester.submit(ECHO, { idempotencyKey: "k" });
    assert.deepEqual([first.repeated, again.repeated, again.action.id], [false, true, first.action.id]);
    const other = { ...ECHO, arguments: { a: 2 } };
    assert.equal(await codeOf(requester.submit(other, { idempotencyKey: "k" })), "HP-GATEWAY-KEY-REUSED");
  });

  test("approves, denies, cancels, each once", async (t) => {
    const { requester, approver } = await clients(t);
    const waiting = async (): Promise<string> => {
      const { action } = await requester.submit(NOTIFY);
      assert.equal(action.state, "AWAITING_APPROVAL");
      return action.id;
    };
    const [first, second, third] = [await waiting(), await waiting(), await waiting()];
    assert.equal(await codeOf(requester.approve(first)), "HP-GATEWAY-FORBIDDEN");
    await approver.approve(first, "fine");
    assert.equal((await approver.deny(second, "no")).state, "DENIED");
    assert.equal((await requester.cancel(third)).state, "CANCELLED");
    assert.equal(await codeOf(approver.approve(second)), "HP-GATEWAY-STATE-CONFLICT");
    assert.equal(await codeOf(approver.deny("act_00000000000000000000000000")), "HP-GATEWAY-NOT-FOUND");
    assert.equal(await codeOf(requester.run(NOTIFY, { endMs: 1 })), "HP-ACTION-TIMEOUT");
  });

  test("reads a dead letter with its arguments, plans and runs its replay", async (t) => {
    const { requester, operator, observer } = await clients(t);
    assert.equal(await codeOf(requester.run(FAIL)), "HP-ACTION-INVALID");
    const [listed = assert.fail("there is no letter")] = await all(observer.deadLetters.list({ adapter: "fail" }));
    assert.ok(!("arguments" in listed));
    const letter = await requester.deadLetters.get(listed.id);
    assert.deepEqual(letter.arguments, FAIL.arguments);
    assert.deepEqual([letter.class, letter.status], ["validation_failed", "open"]);
    const plan = await operator.deadLetters.plan({ ids: [letter.id] });
    assert.equal(plan.count, 1);
    let run = await operator.deadLetters.run(plan.id, { ratePerSecond: 100, max: 1 });
    for (let look = 0; run.state === "running" && look < 2000; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      run = await operator.deadLetters.status(run.id);
    }
    assert.deepEqual([run.state, run.failed], ["done", 1]);
    assert.equal((await observer.deadLetters.get(letter.id)).status, "open");
    assert.equal(await codeOf(operator.deadLetters.run(plan.id)), "HP-GATEWAY-REPLAY-PLAN");
  });

  test("reads and changes the house", async (t) => {
    const { operator, observer, requester } = await clients(t);
    const { adapters } = await requester.capabilities();
    assert.deepEqual(
      adapters.map(({ name }) => name),
      ["echo", "fail", "sleep", "append", "notify"],
    );
    assert.deepEqual(await requester.health(), { ready: true, stopping: false, reasons: [] });
    const before = await operator.config.get();
    const after = await operator.config.patch({ executor: { concurrency: 9 } }, before.etag);
    assert.notEqual(after.etag, before.etag);
    assert.deepEqual(await observer.config.get(), after);
    assert.equal(await codeOf(operator.config.patch({}, before.etag)), "HP-GATEWAY-PRECONDITION");
    assert.equal(await codeOf(observer.config.patch({}, after.etag)), "HP-GATEWAY-FORBIDDEN");
    assert.equal((await observer.breakers.list()).breakers.length, adapters.length);
    assert.equal((await observer.breakers.metrics(3)).breakers.length, adapters.length);
    assert.equal((await operator.breakers.reset("fail"))["state"], "closed");
    assert.equal(
      await codeOf(createClient({ url: "http://127.0.0.1:1", token: "t", retries: 0 }).health()),
      "HP-GATEWAY-UNREACHABLE",
    );
  });

  test("an action of somebody else is not there for a requester", async (t) => {
    const { requester, operator, observer } = await clients(t);
    const { action } = await operator.submit(ECHO);
    assert.equal(await codeOf(requester.get(action.id)), "HP-GATEWAY-NOT-FOUND");
    assert.equal(await codeOf(requester.receipt(action.id)), "HP-GATEWAY-NOT-FOUND");
    assert.deepEqual(await all(requester.list()), []);
    assert.equal((await observer.get(action.id)).id, action.id);
  });
});
