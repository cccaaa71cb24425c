import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { ReplayFilter, ReplayRun } from "../contract/dead-letter.ts";
import type { Engine } from "../contract/engine.ts";
import type { TestingGateway } from "../testing-gateway.ts";
import { caller, openTestingGateway, submission } from "../testing-gateway.ts";
import { scriptedGuardian } from "../testing-guardian.ts";
import type { Counted } from "./fixture/effects.ts";
import { counted, DONE, failing } from "./fixture/effects.ts";

const OPERATOR = caller("olga", "operator");
const LOOKS_MAX = 500;

async function replay(engine: Engine, filter: ReplayFilter): Promise<ReplayRun> {
  const plan = engine.planReplay(filter, OPERATOR);
  const { id } = await engine.startReplay(plan.id, { ratePerSecond: 1000, max: 100 }, OPERATOR);
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const run = engine.replayRun(id);
    if (run !== null && run.state === "done" && run.succeeded + run.failed === run.started) return run;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return assert.fail(`the replay does not end: ${JSON.stringify(engine.replayRun(id))}`);
}

async function deadAction(gateway: TestingGateway, effect: Counted): Promise<string> {
  const answers = effect.answers;
  effect.answers = () => failing("validation_failed", false);
  const { action } = await gateway.engine.submit(submission("effect", { n: 1 }), caller());
  assert.equal((await gateway.engine.settled(action.id, 5000)).state, "DEAD");
  effect.answers = answers;
  return action.id;
}

describe("row 9, replay loses failures: a failed replay marked the letter replayed and queued a new one", () => {
  test("a failed replay leaves the letter open, the original untouched and one letter to replay", async (t) => {
    const effect = counted("effect");
    const gateway = await openTestingGateway({ folder: scratch(t), adapters: [effect] });
    const { engine } = gateway;
    const id = await deadAction(gateway, effect);
    const before = engine.get(id);
    effect.answers = () => failing("validation_failed", false);
    const run = await replay(engine, { adapter: "effect" });
    assert.deepEqual([run.started, run.failed, run.succeeded], [1, 1, 0]);
    assert.equal(engine.deadLetter(id)?.status, "open");
    assert.deepEqual(engine.deadLetter(id)?.replays, run.actionIds);
    assert.deepEqual(engine.get(id), before, "the original is as it was");
    const plan = engine.planReplay({ adapter: "effect" }, OPERATOR);
    assert.equal(plan.count, 1, "the replay's own letter is counted with its original");
    const again = engine.get(run.actionIds[0] ?? "");
    await engine.close(1000);
    assert.deepEqual([again?.replayOf, again?.generation, again?.state], [id, 1, "DEAD"]);
    assert.notEqual(again?.traceparent, before?.traceparent, "a trace of its own");
    assert.equal(again?.correlationId, before?.correlationId);
  });

  test("a replay that succeeds closes it; replaying twice equals once, also at the same time", async (t) => {
    const effect = counted("effect");
    const gateway = await openTestingGateway({ folder: scratch(t), adapters: [effect] });
    const id = await deadAction(gateway, effect);
    effect.answers = () => DONE;
    const runs = await Promise.all([
      replay(gateway.engine, { ids: [id] }),
      replay(gateway.engine, { ids: [id] }),
      replay(gateway.engine, { ids: [id] }),
    ]);
    const later = gateway.engine.planReplay({ ids: [id] }, OPERATOR);
    const letter = gateway.engine.deadLetter(id);
    await gateway.engine.close(1000);
    assert.equal(
      runs.reduce((total, { started }) => total + started, 0),
      1,
    );
    assert.equal(
      runs.reduce((total, { skipped }) => total + skipped, 0),
      2,
    );
    assert.deepEqual([letter?.status, later.count, effect.calls.length], ["replayed", 0, 2]);
    assert.equal(effect.calls[1]?.idempotencyKey, id, "under the key of the original");
  });

  test("a replay goes through today's policy, and a denied one leaves the letter open", async (t) => {
    const effect = counted("effect");
    const guardian = scriptedGuardian();
    const gateway = await openTestingGateway({ folder: scratch(t), adapters: [effect], guardian });
    const id = await deadAction(gateway, effect);
    guardian.say = ({ generation }) => (generation > 0 ? { decision: "DENY", reasonCode: "no_rule" } : {});
    const run = await replay(gateway.engine, { ids: [id] });
    const state = gateway.engine.get(run.actionIds[0] ?? "")?.state;
    const status = gateway.engine.deadLetter(id)?.status;
    await gateway.engine.close(1000);
    assert.deepEqual([state, status, effect.calls.length], ["DENIED", "open", 1]);
  });

  test("an empty filter replays nothing", async (t) => {
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [counted("effect")] });
    assert.throws(() => engine.planReplay({}, OPERATOR), { code: "HP-GATEWAY-REPLAY-FILTER" });
    assert.throws(() => engine.planReplay({ ids: [] }, OPERATOR), { code: "HP-GATEWAY-REPLAY-FILTER" });
    await engine.close(1000);
  });
});

describe("row 9, timeouts and open circuits never reached the dead letters", () => {
  test("a timeout of an idempotent one ends as a letter, after its retries", async (t) => {
    const effect = counted("effect", { idempotent: true });
    effect.answers = () => new Promise(() => undefined);
    const settings = { executor: { timeout_ms: 20 }, retry: { base_ms: 1, cap_ms: 1, timeout: 1 } };
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [effect], settings });
    const { action } = await engine.submit(submission("effect"), caller());
    const ended = await engine.settled(action.id, 5000);
    const letter = engine.deadLetter(action.id);
    await engine.close(100);
    assert.equal(ended.state, "DEAD");
    assert.deepEqual([letter?.failureClass, letter?.attempts.length, letter?.status], ["timeout", 2, "open"]);
  });

  test("what an open circuit refused is a letter, and is replayed when the outage is over", async (t) => {
    let nowMs = 1_000_000;
    const effect = counted("effect", { idempotent: true });
    effect.answers = () => failing("execution_error", true);
    const settings = {
      breaker: { window_calls: 2, minimum_calls: 2, open_ms: 100 },
      retry: { base_ms: 1, cap_ms: 1, execution_error: 0 },
    };
    const options = { folder: scratch(t), adapters: [effect], settings, nowMs: () => nowMs };
    const { engine } = await openTestingGateway(options);
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { action } = await engine.submit(submission("effect", { count }), caller());
      await engine.settled(action.id, 5000);
      ids.push(action.id);
    }
    assert.equal(engine.deadLetter(ids[2] ?? "")?.failureClass, "circuit_open");
    effect.answers = () => DONE;
    nowMs += 100;
    const run = await replay(engine, { failureClass: "circuit_open" });
    const statuses = ids.map((id) => engine.deadLetter(id)?.status);
    await engine.close(1000);
    assert.deepEqual([run.succeeded, statuses], [1, ["open", "open", "replayed"]]);
  });

  test("every end has a receipt: success, denial, failure, expiry, cancellation, dry run", async (t) => {
    const effect = counted("effect");
    const guardian = scriptedGuardian();
    guardian.say = ({ arguments: { how } }) =>
      how === "denied" ? { decision: "DENY" } : how === "cancelled" ? { decision: "ESCALATE" } : {};
    effect.answers = ({ arguments: { how } }) => (how === "dead" ? failing("validation_failed", false) : DONE);
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [effect], guardian });
    const ends: Record<string, string> = {};
    for (const how of ["ok", "denied", "dead", "cancelled", "dry"]) {
      const { action } = await engine.submit(submission("effect", { how }, { dryRun: how === "dry" }), caller());
      if (how === "cancelled") await engine.cancel(action.id, caller(), "not wanted");
      const { state, receipt } = await engine.settled(action.id, 5000);
      const view = engine.receipt(action.id);
      assert.ok(receipt !== null && view !== null && !view.provisional, how);
      assert.equal(view.leaf_index, receipt.leafIndex);
      ends[how] = state;
    }
    await engine.close(1000);
    assert.deepEqual(ends, {
      ok: "SUCCEEDED",
      denied: "DENIED",
      dead: "DEAD",
      cancelled: "CANCELLED",
      dry: "SIMULATED",
    });
  });
});
