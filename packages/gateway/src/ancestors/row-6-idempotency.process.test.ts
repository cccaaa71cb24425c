import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { caller, openTestingGateway, submission } from "../testing-gateway.ts";
import { scriptedGuardian } from "../testing-guardian.ts";
import { counted } from "./fixture/effects.ts";
import { liveGateway, otherSide } from "./fixture/live-gateway.ts";

const asking = scriptedGuardian.bind(null, () => ({ decision: "ESCALATE", reasonCode: "rule_escalated" }));
const keyed = (args: { n: number }) => submission("effect", args, { idempotencyKey: "the-key" });

describe("row 6, idempotency re-executes: the executor ran twice for one key", () => {
  test("one after the other", async (t) => {
    const effect = counted("effect");
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [effect] });
    const first = await engine.submit(keyed({ n: 1 }), caller());
    await engine.settled(first.action.id, 5000);
    const second = await engine.submit(keyed({ n: 1 }), caller());
    await engine.close(1000);
    assert.deepEqual([first.repeated, second.repeated], [false, true]);
    assert.deepEqual([second.action.id, second.action.state], [first.action.id, "SUCCEEDED"]);
    assert.equal(effect.calls.length, 1);
  });

  test("twenty at once", async (t) => {
    const effect = counted("effect");
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [effect] });
    const all = await Promise.all(Array.from({ length: 20 }, () => engine.submit(keyed({ n: 1 }), caller())));
    await engine.settled(all[0]?.action.id ?? "", 5000);
    await engine.close(1000);
    assert.equal(new Set(all.map(({ action }) => action.id)).size, 1);
    assert.equal(all.filter(({ repeated }) => !repeated).length, 1);
    assert.equal(effect.calls.length, 1);
  });

  test("after a failure: the failure is the answer, for ever", async (t) => {
    const effect = counted("effect");
    effect.answers = () => ({
      ok: false,
      failureClass: "validation_failed",
      sent: false,
      code: "HP-ACTION-INVALID",
      message: "no",
      retryAfterMs: null,
    });
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [effect] });
    const first = await engine.submit(keyed({ n: 1 }), caller());
    assert.equal((await engine.settled(first.action.id, 5000)).state, "DEAD");
    const again = await engine.submit(keyed({ n: 1 }), caller());
    await engine.close(1000);
    assert.deepEqual([again.repeated, again.action.state, effect.calls.length], [true, "DEAD", 1]);
  });
});

describe("row 6, the durable store had no caller: keys died with the process", () => {
  test("the key is known after a kill, and nothing runs again", async (t) => {
    const folder = scratch(t);
    const effect = counted("effect");
    const before = await openTestingGateway({ folder, adapters: [effect] });
    const first = await before.engine.submit(keyed({ n: 1 }), caller());
    await before.engine.settled(first.action.id, 5000);
    before.crash();
    const { engine } = await openTestingGateway({ folder, adapters: [effect] });
    const again = await engine.submit(keyed({ n: 1 }), caller());
    await assert.rejects(engine.submit(keyed({ n: 2 }), caller()), { code: "HP-GATEWAY-KEY-REUSED" });
    await engine.close(1000);
    assert.deepEqual([again.repeated, again.action.id, effect.calls.length], [true, first.action.id, 1]);
  });

  test("a key belongs to its actor: another one's is another action", async (t) => {
    const effect = counted("effect");
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [effect] });
    const own = await engine.submit(keyed({ n: 1 }), caller("ann"));
    const other = await engine.submit(keyed({ n: 2 }), caller("ben"));
    await engine.close(1000);
    assert.notEqual(own.action.id, other.action.id);
    assert.deepEqual([own.repeated, other.repeated], [false, false]);
  });
});

describe("row 6, a denial can be undone: after DENY the same key led back to pending_approval", () => {
  test("a person's no stays, also after a kill", async (t) => {
    const folder = scratch(t);
    const effect = counted("effect");
    const before = await openTestingGateway({ folder, adapters: [effect], guardian: asking() });
    const { action } = await before.engine.submit(keyed({ n: 1 }), caller());
    assert.equal(action.state, "AWAITING_APPROVAL");
    await before.engine.deny(action.id, caller("eve", "approver"), "no");
    const again = await before.engine.submit(keyed({ n: 1 }), caller());
    assert.deepEqual([again.repeated, again.action.state], [true, "DENIED"]);
    before.crash();
    const { engine } = await openTestingGateway({ folder, adapters: [effect], guardian: asking() });
    const later = await engine.submit(keyed({ n: 1 }), caller());
    assert.deepEqual([later.action.id, later.action.state], [action.id, "DENIED"]);
    const approving = engine.approve(action.id, caller("eve", "approver"), "yes after all");
    await assert.rejects(approving, { code: "HP-GATEWAY-STATE-CONFLICT" });
    await engine.close(1000);
    assert.equal(effect.calls.length, 0);
  });

  test("the guardian's no stays when the policy would say yes by now", async (t) => {
    const effect = counted("effect");
    const guardian = scriptedGuardian(() => ({ decision: "DENY", reasonCode: "no_rule" }));
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [effect], guardian });
    const { action } = await engine.submit(keyed({ n: 1 }), caller());
    guardian.say = () => ({});
    const again = await engine.submit(keyed({ n: 1 }), caller());
    await engine.close(1000);
    assert.deepEqual([action.state, again.action.state, effect.calls.length], ["DENIED", "DENIED", 0]);
  });
});

test("row 6, over HTTP: the same key is the same answer, another body is 409, a denial stays 200 DENIED", async (t) => {
  const side = await otherSide(() => ({ status: 200, body: { done: true } }));
  const gateway = await liveGateway(scratch(t), side.url);
  const key = { "idempotency-key": "one" };
  const first = await gateway.submit("do", { n: 1 }, key);
  const again = await gateway.submit("do", { n: 1 }, key);
  const clash = await gateway.submit("do", { n: 2 }, key);
  const asked = await gateway.submit("ask", { n: 3 }, { "idempotency-key": "two", prefer: "respond-async" });
  const no = await gateway.ask("approver", "POST", `/v1/actions/${asked.body.id}/deny`, { reason: "no" });
  const still = await gateway.submit("ask", { n: 3 }, { "idempotency-key": "two" });
  await gateway.started.close();
  await side.close();
  assert.deepEqual([first.status, first.body.state], [200, "SUCCEEDED"]);
  assert.deepEqual([again.status, again.body.id, again.body.state], [200, first.body.id, "SUCCEEDED"]);
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  assert.deepEqual([clash.status, clash.body.code], [409, "HP-GATEWAY-KEY-REUSED"]);
  assert.deepEqual([asked.status, asked.body.state, no.body.state], [202, "AWAITING_APPROVAL", "DENIED"]);
  assert.deepEqual([still.status, still.body.id, still.body.state], [200, asked.body.id, "DENIED"]);
  assert.deepEqual(side.received, [{ n: 1 }]);
});
