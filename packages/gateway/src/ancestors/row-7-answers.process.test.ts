import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { AdapterOutcome } from "../contract/adapter.ts";
import type { ActionEvent } from "../contract/engine.ts";
import type { ActionState } from "../contract/state.ts";
import { caller, openTestingGateway, submission } from "../testing-gateway.ts";
import { counted, DONE, failing } from "./fixture/effects.ts";
import { liveGateway, otherSide } from "./fixture/live-gateway.ts";

const ENDS: readonly (readonly [name: string, outcome: () => AdapterOutcome, state: ActionState])[] = [
  ["a success", () => DONE, "SUCCEEDED"],
  ["a refusal", () => failing("validation_failed", false), "DEAD"],
  ["an error after sending", () => failing("execution_error", true), "UNKNOWN"],
  [
    "a thrown check",
    () => {
      throw new TypeError("Cannot read properties of undefined (reading 'verified')");
    },
    "UNKNOWN",
  ],
  ["an answer without the field that is read", () => ({}) as AdapterOutcome, "UNKNOWN"],
  ["a result that is not of the agreed shape", () => ({ ok: true, result: { done: "no" } }), "UNKNOWN"],
];

describe("row 7, success recorded as failure, and the answer says ok: all tell of one transition", () => {
  for (const [name, outcome, state] of ENDS) {
    test(`${name}: answer, store, event, receipt and trail say ${state}`, async (t) => {
      const effect = counted("effect", {
        resultSchema: { type: "object", required: ["done"], properties: { done: { type: "boolean" } } },
      });
      effect.answers = outcome;
      const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [effect] });
      const events: ActionEvent[] = [];
      engine.subscribe((event) => events.push(event));
      const { action } = await engine.submit(submission("effect"), caller());
      const answered = await engine.settled(action.id, 5000);
      const receipt = JSON.parse(engine.receipt(action.id)?.record ?? "{}") as { body: Record<string, unknown> };
      const trail = engine.trail(answered.correlationId);
      const stored = engine.list({ limit: 1 }).items[0];
      await engine.close(1000);
      assert.equal(effect.calls.length, 1);
      assert.deepEqual(
        {
          answered: answered.state,
          stored: stored?.state,
          event: events.at(-1)?.action.state,
          receipt: receipt.body["state"],
          trail: trail.at(-1)?.body["state"],
        },
        { answered: state, stored: state, event: state, receipt: state, trail: state },
      );
      assert.equal(answered.error === null, state === "SUCCEEDED", "an error exactly where it did not succeed");
      assert.equal(receipt.body["code"], answered.error?.code, "the receipt says why");
    });
  }
});

describe("row 7, over HTTP: the answer's state is the state", () => {
  test("a 500 of the other side is never a success, and a stored failure never an answer that says ok", async (t) => {
    const side = await otherSide(() => ({ status: 500, body: { ok: true } }));
    const gateway = await liveGateway(scratch(t), side.url);
    const answered = await gateway.submit("risky", { n: 1 });
    const read = await gateway.ask("requester", "GET", `/v1/actions/${answered.body.id}`);
    const letter = await gateway.ask("operator", "GET", `/v1/dead-letters/${answered.body.id}`);
    await gateway.started.close();
    await side.close();
    assert.deepEqual([answered.body.state, read.body.state, letter.status], ["DEAD", "DEAD", 200]);
    assert.equal(answered.body.result, undefined);
    assert.equal(answered.body.error?.code, "HP-ACTION-EXECUTION");
    assert.ok(side.received.length > 1, "an idempotent one was tried again");
  });

  test("a 200 of the wrong shape is a contract drift, not a success", async (t) => {
    const side = await otherSide(() => ({ status: 200, body: { ok: true } }));
    const gateway = await liveGateway(scratch(t), side.url);
    const answered = await gateway.submit("do", { n: 1 });
    await gateway.started.close();
    await side.close();
    assert.deepEqual([answered.status, answered.body.state], [202, "UNKNOWN"]);
    assert.match(answered.body.error?.message ?? "", /connector_contract_drift/);
  });
});
