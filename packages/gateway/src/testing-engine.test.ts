import assert from "node:assert/strict";
import { test } from "node:test";
import type { Submission } from "./contract/action.ts";
import type { ActionEvent } from "./contract/engine.ts";
import type { Caller } from "./contract/principal.ts";
import { TERMINAL_STATES, TRANSITIONS } from "./contract/state.ts";
import { createTestingEngine } from "./testing-engine.ts";

const ANN: Caller = {
  actor: "ann",
  roles: new Set(["requester"]),
  correlationId: "c1",
  traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  tracestate: null,
};
const BOB: Caller = { ...ANN, actor: "bob", roles: new Set(["approver"]) };

function submission(adapter: string, over: Partial<Submission> = {}): Submission {
  return {
    adapter,
    operation: adapter,
    arguments: { x: 1 },
    sessionId: null,
    turnId: null,
    risk: null,
    dryRun: false,
    deadlineMs: null,
    idempotencyKey: null,
    ...over,
  };
}

test("it keeps to the state machine's table and tells of every change in order", async () => {
  const engine = createTestingEngine();
  const events: ActionEvent[] = [];
  const stop = engine.subscribe((event) => events.push(event));
  for (const adapter of ["echo", "fail", "deny", "notify", "lost", "sleep"])
    await engine.submit(submission(adapter), ANN);
  stop();
  await engine.submit(submission("echo"), ANN);
  assert.ok(events.length > 10);
  for (const [index, { seq, from, action }] of events.entries()) {
    assert.equal(seq, index);
    if (from === null) assert.equal(action.state, "RECEIVED");
    else assert.ok(TRANSITIONS[from].includes(action.state), `${from} to ${action.state}`);
    assert.equal(action.receipt !== null, TERMINAL_STATES.has(action.state));
  }
  assert.deepEqual(engine.eventsAfter(3, { session: null, actor: "ann" }, 2), events.slice(4, 6));
});

test("a key is one action; waiting ends with the action", async () => {
  const engine = createTestingEngine();
  const asked = submission("sleep", { idempotencyKey: "k" });
  const first = await engine.submit(asked, ANN);
  assert.deepEqual(await engine.submit(asked, ANN), { action: first.action, repeated: true });
  await assert.rejects(engine.submit({ ...asked, arguments: {} }, ANN), { code: "HP-GATEWAY-KEY-REUSED" });
  const settled = engine.settled(first.action.id, 10_000);
  engine.finish(first.action.id, "done");
  assert.equal((await settled).result, "done");
  assert.throws(() => engine.finish(first.action.id), { code: "HP-GATEWAY-STATE-CONFLICT" });
});

test("an approval is by somebody else, and what is closed takes nothing", async () => {
  const engine = createTestingEngine();
  const { action } = await engine.submit(submission("notify"), ANN);
  await assert.rejects(engine.approve(action.id, ANN, ""), { code: "HP-GATEWAY-APPROVER-IS-REQUESTER" });
  assert.equal((await engine.approve(action.id, BOB, "")).state, "SUCCEEDED");
  engine.failNext(new Error("once"));
  await assert.rejects(engine.submit(submission("echo"), ANN), /once/);
  await engine.submit(submission("echo"), ANN);
  await engine.close(0);
  await assert.rejects(engine.submit(submission("echo"), ANN), { code: "HP-GATEWAY-STOPPING" });
});
