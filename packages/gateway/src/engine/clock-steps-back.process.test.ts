import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { describe, test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { Adapter, AdapterFailure } from "../contract/adapter.ts";
import { scriptedGuardian } from "../testing-guardian.ts";
import type { TestingGateway } from "../testing-gateway.ts";
import { caller, functionAdapter, openTestingGateway, submission } from "../testing-gateway.ts";

const BEGAN_MS = Date.UTC(2026, 6, 1, 12);
const HOUR_MS = 3_600_000;
const WAIT_MS = 5000;
const OPEN_MS = 10_000;

const NOT_SENT: AdapterFailure = {
  ok: false,
  failureClass: "connection_bootstrap",
  sent: false,
  code: "HP-ACTION-CONNECTION",
  message: "nobody listens",
  retryAfterMs: null,
};

interface Scene extends TestingGateway {
  /** Moves the wall clock, and nothing else: timers go on as they do. */
  step(ms: number): void;
  now(): number;
}

/** `adapter` may step the clock while it works. */
async function scene(
  t: TestContext,
  adapterOf: (step: (ms: number) => void) => Adapter,
  retry: JsonObject = {},
): Promise<Scene> {
  let nowMs = BEGAN_MS;
  const step = (ms: number): void => {
    nowMs += ms;
  };
  const guardian = scriptedGuardian(({ arguments: given }) => (given["ask"] === true ? { decision: "ESCALATE" } : {}));
  const settings = {
    breaker: { window_calls: 2, minimum_calls: 2, open_ms: OPEN_MS },
    retry: { base_ms: 1, cap_ms: 5, ...retry },
  };
  const options = { folder: scratch(t), adapters: [adapterOf(step)], guardian, settings, nowMs: () => nowMs };
  const gateway = await openTestingGateway(options);
  t.after(() => gateway.engine.close(1000));
  return { ...gateway, step, now: () => nowMs };
}

describe("a clock that steps back", () => {
  test("does not keep a retry waiting until it has caught up", async (t) => {
    let calls = 0;
    const { engine } = await scene(t, (step) =>
      functionAdapter("target", () => {
        calls += 1;
        step(-HOUR_MS);
        return calls < 3 ? NOT_SENT : { ok: true, result: calls };
      }),
    );
    const { action } = await engine.submit(submission("target"), caller());
    const ended = await engine.settled(action.id, WAIT_MS);
    assert.deepEqual([ended.state, ended.result, ended.attempts.length], ["SUCCEEDED", 3, 3]);
  });

  test("takes no action past its deadline, and makes no attempt end before it began", async (t) => {
    const { engine } = await scene(t, (step) =>
      functionAdapter("target", () => {
        step(-HOUR_MS);
        return { ok: true, result: null };
      }),
    );
    const { action } = await engine.submit(submission("target", {}, { deadlineMs: 60_000 }), caller());
    const ended = await engine.settled(action.id, WAIT_MS);
    assert.equal(ended.state, "SUCCEEDED");
    assert.equal(ended.deadlineAtMs, BEGAN_MS + 60_000);
    assert.ok(ended.updatedAtMs >= ended.createdAtMs);
    assert.equal(ended.attempts.length, 1);
    for (const { startedAtMs, endedAtMs } of ended.attempts) assert.ok((endedAtMs ?? 0) >= startedAtMs);
    const receipt = engine.trail(ended.correlationId).find(({ kind }) => kind === "receipt");
    assert.equal(receipt?.body["state"], "SUCCEEDED");
  });

  test("leaves what waits for approval waiting, and the grant good", async (t) => {
    const { engine, step } = await scene(t, () => functionAdapter("target", () => ({ ok: true, result: "done" })));
    const { action } = await engine.submit(submission("target", { ask: true }), caller());
    assert.equal(action.state, "AWAITING_APPROVAL");
    step(-HOUR_MS);
    assert.equal(engine.get(action.id)?.state, "AWAITING_APPROVAL");
    const approved = await engine.approve(action.id, caller("bob", "approver"), "fine");
    assert.ok(["READY", "RUNNING", "SUCCEEDED"].includes(approved.state), approved.state);
    const ended = await engine.settled(action.id, WAIT_MS);
    assert.deepEqual([ended.state, ended.result], ["SUCCEEDED", "done"]);
    const { grantedAtMs, expiresAtMs, consumedAtMs } = ended.grant ?? assert.fail("it has no grant");
    assert.ok(grantedAtMs < expiresAtMs && consumedAtMs !== null && consumedAtMs <= expiresAtMs);
  });

  test("does not expire at once what is submitted after it", async (t) => {
    const { engine, step } = await scene(t, () => functionAdapter("target", () => ({ ok: true, result: null })));
    await engine.submit(submission("target"), caller());
    step(-24 * HOUR_MS);
    const { action } = await engine.submit(submission("target", { ask: true }, { deadlineMs: 60_000 }), caller());
    assert.equal(action.state, "AWAITING_APPROVAL");
    assert.equal((await engine.cancel(action.id, caller(), "enough")).state, "CANCELLED");
  });

  test("opens no breaker, and keeps none open until it has caught up", async (t) => {
    let isBroken = false;
    const target = (): Adapter => functionAdapter("target", () => (isBroken ? NOT_SENT : { ok: true, result: null }));
    const { engine, step, now } = await scene(t, target, { connection_bootstrap: 0 });
    const state = (): unknown => engine.executor.breakers.view("target", now())?.["state"];
    const run = async (): Promise<string> => {
      const { action } = await engine.submit(submission("target"), caller());
      return (await engine.settled(action.id, WAIT_MS)).state;
    };
    assert.equal(await run(), "SUCCEEDED");
    step(-HOUR_MS);
    assert.deepEqual([await run(), state()], ["SUCCEEDED", "closed"]);
    isBroken = true;
    assert.deepEqual([await run(), await run(), state()], ["DEAD", "DEAD", "open"]);
    isBroken = false;
    step(-HOUR_MS);
    assert.deepEqual([await run(), state()], ["DEAD", "open"], "a step back is no reason to try");
    step(OPEN_MS);
    assert.deepEqual([await run(), state()], ["SUCCEEDED", "closed"]);
  });
});
