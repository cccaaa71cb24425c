import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { AdapterOutcome } from "../contract/adapter.ts";
import { caller, functionAdapter, openTestingGateway, submission } from "../testing-gateway.ts";
import { scriptedGuardian } from "../testing-guardian.ts";
import { heldBudgets } from "./held-budgets.ts";
import { actionIn } from "../machine/testing-action.ts";

const DONE: AdapterOutcome = { ok: true, result: { done: true } };
const OPERATOR = caller("olga", "operator");

/** An adapter whose calls end when the test says so. */
function held(idempotent: boolean = false) {
  const waiting: (() => void)[] = [];
  const keys: string[] = [];
  const adapter = functionAdapter(
    "effect",
    ({ idempotencyKey }) => {
      keys.push(idempotencyKey);
      return new Promise<AdapterOutcome>((resolve) => waiting.push(() => resolve(DONE)));
    },
    { idempotent, status: () => ({ known: true, succeeded: true, result: { found: true } }) },
  );
  const release = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { adapter, release, keys, waiting };
}

async function until(condition: () => boolean): Promise<void> {
  for (let looks = 0; looks < 1000 && !condition(); looks += 1) await new Promise((resolve) => setTimeout(resolve, 2));
  assert.ok(condition(), "it did not come so far");
}

describe("what a killed process left", () => {
  test("not idempotent: UNKNOWN, named by the start, never run again, and reconciled once", async (t) => {
    const folder = scratch(t);
    const { adapter, keys, release } = held();
    const before = await openTestingGateway({ folder, adapters: [adapter] });
    const { action } = await before.engine.submit(submission("effect"), caller());
    await until(() => keys.length === 1);
    before.crash();
    release();
    const { engine, recovery } = await openTestingGateway({ folder, adapters: [adapter] });
    assert.deepEqual([recovery.unknown, recovery.resumed], [[action.id], 0]);
    assert.equal(engine.get(action.id)?.state, "UNKNOWN");
    assert.equal(engine.health.liveByState.UNKNOWN, 1);
    const two = await Promise.allSettled([
      engine.reconcile(action.id, OPERATOR, { how: "query" }),
      engine.reconcile(action.id, OPERATOR, { how: "failed", reason: "I think so" }),
    ]);
    assert.deepEqual(
      two.map((one) => (one.status === "fulfilled" ? one.value.state : (one.reason as HoldpointError).code)),
      ["SUCCEEDED", "HP-GATEWAY-STATE-CONFLICT"],
    );
    assert.deepEqual(engine.get(action.id)?.result, { found: true });
    assert.deepEqual([keys.length, engine.health.liveByState.UNKNOWN], [1, 0]);
    await engine.close(100);
  });

  test("idempotent: it runs again, under the same key, with a verdict of this process", async (t) => {
    const folder = scratch(t);
    const { adapter, keys, release } = held(true);
    const before = await openTestingGateway({ folder, adapters: [adapter] });
    const { action } = await before.engine.submit(submission("effect"), caller());
    await until(() => keys.length === 1);
    before.crash();
    release();
    const { engine, recovery } = await openTestingGateway({ folder, adapters: [adapter] });
    assert.deepEqual([recovery.unknown, recovery.resumed], [[], 1]);
    await until(() => keys.length === 2);
    release();
    const ended = await engine.settled(action.id, 5000);
    const events = engine.trail(action.correlationId).map(({ body }) => body["event"]);
    await engine.close(100);
    assert.deepEqual([ended.state, ended.attempts.length, new Set(keys).size], ["SUCCEEDED", 2, 1]);
    assert.ok(events.includes("interrupted") && events.includes("readmitted"), JSON.stringify(events));
  });

  test("waiting for a person: it waits on, and expires in time", async (t) => {
    const folder = scratch(t);
    const guardian = scriptedGuardian(() => ({ decision: "ESCALATE" }));
    const { adapter } = held();
    let nowMs = 1_000_000;
    const options = { folder, adapters: [adapter], guardian, nowMs: () => nowMs };
    const before = await openTestingGateway(options);
    const { action } = await before.engine.submit(submission("effect"), caller());
    before.crash();
    nowMs += 200_000;
    const { engine } = await openTestingGateway(options);
    await until(() => engine.get(action.id)?.state === "EXPIRED");
    assert.equal(engine.receipt(action.id)?.provisional, false);
    await engine.close(100);
  });

  test("what is held of a budget is what has not ended; what was spent is what the store says", () => {
    const row = { budget: "b", key: "ann", windowStartMs: 0, reserved: 99, committed: 7 };
    const reservation = { budget: "b", key: "ann", windowStartMs: 0, amount: 3 };
    const open = [
      actionIn("RUNNING", { reservations: [reservation] }),
      actionIn("READY", { reservations: [reservation] }),
    ];
    assert.deepEqual(heldBudgets([row], open), [{ ...row, reserved: 6 }]);
    assert.deepEqual(heldBudgets([row], []), [{ ...row, reserved: 0 }]);
    const unseen = { ...reservation, key: "ben" };
    assert.deepEqual(heldBudgets([], [actionIn("UNKNOWN", { reservations: [unseen] })]), [
      { budget: "b", key: "ben", windowStartMs: 0, reserved: 3, committed: 0 },
    ]);
  });
});

describe("an orderly end", () => {
  test("what runs may end, what comes is refused, and the next start finds nothing to do", async (t) => {
    const folder = scratch(t);
    const { adapter, release, keys } = held();
    const { engine } = await openTestingGateway({ folder, adapters: [adapter] });
    const { action } = await engine.submit(submission("effect"), caller());
    await until(() => keys.length === 1);
    const closing = engine.close(5000);
    await assert.rejects(engine.submit(submission("effect"), caller()), { code: "HP-GATEWAY-STOPPING" });
    await assert.rejects(engine.approve(action.id, caller("eve"), ""), { code: "HP-GATEWAY-STOPPING" });
    assert.deepEqual([engine.health.ready, engine.health.reasons], [false, ["HP-GATEWAY-STOPPING"]]);
    release();
    await closing;
    const after = await openTestingGateway({ folder, adapters: [adapter] });
    assert.deepEqual([after.recovery.resumed, after.recovery.unknown], [0, []]);
    assert.equal(after.engine.get(action.id)?.state, "SUCCEEDED");
    await after.engine.close(100);
  });
});

test("what does not end in time is told to stop, what it then says is durable, and what comes later is dropped", async (t) => {
  const folder = scratch(t);
  const { adapter, release, keys } = held();
  const { engine, writer } = await openTestingGateway({ folder, adapters: [adapter] });
  const { action } = await engine.submit(submission("effect"), caller());
  await until(() => keys.length === 1);
  await engine.close(5);
  let commits = 0;
  writer.before = () => {
    commits += 1;
  };
  release();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(commits, 0);
  const after = await openTestingGateway({ folder, adapters: [adapter] });
  assert.deepEqual(after.recovery.unknown, [], "nothing was left running");
  assert.equal(after.engine.get(action.id)?.state, "UNKNOWN");
  await after.engine.close(100);
});

describe("waiting in the queue", () => {
  test("no more run at once than may, the others follow in their order", async (t) => {
    const { adapter, release, keys, waiting } = held();
    const settings = { executor: { per_adapter_concurrency: 2 } };
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [adapter], settings });
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, n) => engine.submit(submission("effect", { n }), caller())),
    );
    await until(() => waiting.length === 2);
    assert.deepEqual([engine.health.running, engine.health.queueDepth], [2, 3]);
    while (keys.length < 5 || waiting.length > 0) {
      release();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const ends = await Promise.all(all.map(({ action }) => engine.settled(action.id, 5000)));
    await engine.close(100);
    assert.deepEqual(
      keys,
      all.map(({ action }) => action.id),
    );
    assert.deepEqual(new Set(ends.map(({ state }) => state)), new Set(["SUCCEEDED"]));
  });

  test("what waits can be cancelled, what runs cannot, and a deadline ends the wait", async (t) => {
    const { adapter, release, keys } = held();
    const settings = { executor: { per_adapter_concurrency: 1 } };
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [adapter], settings });
    const { action: first } = await engine.submit(submission("effect"), caller());
    await until(() => keys.length === 1);
    const { action: second } = await engine.submit(submission("effect"), caller());
    const { action: third } = await engine.submit(submission("effect", {}, { deadlineMs: 5 }), caller());
    await assert.rejects(engine.cancel(first.id, caller(), "stop"), { code: "HP-GATEWAY-STATE-CONFLICT" });
    assert.equal((await engine.cancel(second.id, caller(), "stop")).state, "CANCELLED");
    const late = await engine.settled(third.id, 5000);
    assert.deepEqual([late.state, late.error?.code], ["DEAD", "HP-ACTION-DEADLINE"]);
    assert.notEqual(engine.deadLetter(third.id), null);
    release();
    await engine.settled(first.id, 5000);
    await engine.close(100);
    assert.deepEqual(keys, [first.id]);
  });
});

describe("while the store is full", () => {
  test("new work and decisions are refused, an outcome waits until it is durable, and nothing is lost", async (t) => {
    const { adapter, release, keys } = held();
    const { engine, writer } = await openTestingGateway({ folder: scratch(t), adapters: [adapter] });
    const { action } = await engine.submit(submission("effect"), caller());
    await until(() => keys.length === 1);
    writer.before = () => {
      throw new HoldpointError("HP-LEDGER-FULL", "no space");
    };
    await assert.rejects(engine.submit(submission("effect"), caller()), { code: "HP-GATEWAY-STORAGE-FULL" });
    assert.deepEqual([engine.health.ready, engine.health.reasons], [false, ["HP-GATEWAY-STORAGE-FULL"]]);
    release();
    assert.equal((await engine.settled(action.id, 30)).state, "RUNNING", "no end is told that is not durable");
    writer.before = () => undefined;
    assert.equal((await engine.settled(action.id, 5000)).state, "SUCCEEDED");
    assert.equal(engine.health.ready, true);
    assert.equal(keys.length, 1);
    await engine.close(100);
  });
});

describe("what operators change", () => {
  test("a setting counts when its record is durable, against the version that was read, and after a restart", async (t) => {
    const folder = scratch(t);
    const { adapter } = held();
    const { engine, writer } = await openTestingGateway({ folder, adapters: [adapter] });
    const { etag } = engine.settings;
    const seen: number[] = [];
    writer.before = () => seen.push(engine.settings.current.limits.live_actions);
    await engine.changeSettings({ limits: { live_actions: 7 } }, etag, OPERATOR);
    assert.deepEqual([seen, engine.settings.current.limits.live_actions], [[10_000], 7]);
    const stale = engine.changeSettings({ limits: { live_actions: 8 } }, etag, OPERATOR);
    await assert.rejects(stale, { code: "HP-GATEWAY-PRECONDITION" });
    const wrong = engine.changeSettings({ limits: { live_actions: -1 } }, engine.settings.etag, OPERATOR);
    await assert.rejects(wrong, { code: "HP-GATEWAY-SETTING" });
    assert.equal(engine.settings.current.limits.live_actions, 7);
    await engine.close(100);
  });

  test("no more live actions than may", async (t) => {
    const { adapter, release } = held();
    const settings = { limits: { live_actions: 2 } };
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [adapter], settings });
    await engine.submit(submission("effect"), caller());
    await engine.submit(submission("effect"), caller());
    await assert.rejects(engine.submit(submission("effect"), caller()), { code: "HP-GATEWAY-BUSY" });
    release();
    await engine.close(1000);
  });

  test("an adapter that there is not, and arguments that are no JSON, make no action", async (t) => {
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [held().adapter] });
    await assert.rejects(engine.submit(submission("other"), caller()), { code: "HP-GATEWAY-ADAPTER-UNKNOWN" });
    const lone = engine.submit(submission("effect", { text: "\ud800" }), caller());
    await assert.rejects(lone, { code: "HP-GATEWAY-BODY" });
    assert.deepEqual(engine.list({ limit: 10 }).items, []);
    await engine.close(100);
  });
});
