import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { COMPONENTS } from "../http/schemas/components.ts";
import { receivedAction } from "../testing-actions.ts";
import { caller, submission } from "../testing-gateway.ts";
import type { Action } from "./action.ts";
import type { ActionState } from "./state.ts";
import { ACTION_STATES } from "./state.ts";
import { actionWire } from "./wire.ts";

const AT_MS = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
const AT = "2026-01-02T03:04:05.006Z";
const POLICY = `sha256:${"1".repeat(64)}`;

const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ components: { schemas: COMPONENTS } }, "openapi");

function actionWith(over: Partial<Action> = {}): Action {
  const asked = submission("echo", { secret: "hunter2" }, { idempotencyKey: "key-1", sessionId: "s1" });
  return { ...receivedAction("act_1", asked, caller("ann"), AT_MS, null), ...over };
}

const DECISION: NonNullable<Action["decision"]> = {
  decision: "ESCALATE",
  reasonCode: "rule_escalated",
  reason: "a person has to look at it",
  risk: "high",
  policyDigest: POLICY,
};

const GRANT: NonNullable<Action["grant"]> = {
  approver: "bob",
  adapter: "echo",
  operation: "run",
  argumentsDigest: POLICY,
  policyDigest: POLICY,
  grantedAtMs: AT_MS,
  expiresAtMs: AT_MS + 1000,
  consumedAtMs: null,
};

describe("an action on the wire", () => {
  test("that was just received has null where there is nothing yet", () => {
    const action = actionWith();
    assert.deepEqual(actionWire(action), {
      id: "act_1",
      state: "RECEIVED",
      correlation_id: "req_ann",
      traceparent: action.traceparent,
      actor: "ann",
      adapter: "echo",
      operation: "run",
      session_id: "s1",
      arguments_digest: action.argumentsDigest,
      risk: null,
      verdict: null,
      attempts: 0,
      created_at: AT,
      updated_at: AT,
      deadline_at: null,
      approval: null,
      receipt: null,
      replay_of: null,
      generation: 0,
    });
  });

  test("shows verdict, approval, deadline, receipt and where it comes from", () => {
    const wire = actionWire(
      actionWith({
        decision: DECISION,
        deadlineAtMs: AT_MS + 60_000,
        approvalExpiresAtMs: AT_MS + 1,
        receipt: { leafIndex: 7, checkpointSize: 9 },
        replayOf: "act_0",
        generation: 2,
        attempts: [
          { number: 1, startedAtMs: AT_MS, endedAtMs: AT_MS, failureClass: "timeout", message: "late" },
          { number: 2, startedAtMs: AT_MS, endedAtMs: null, failureClass: null, message: null },
        ],
      }),
    );
    const { decision, reasonCode: reason_code, reason, policyDigest: policy } = DECISION;
    assert.deepEqual(wire.verdict, { decision, reason_code, reason, policy });
    assert.equal(wire.risk, "high");
    assert.deepEqual(wire.approval, { expires_at: "2026-01-02T03:04:05.007Z", approver: null });
    assert.equal(wire.deadline_at, "2026-01-02T03:05:05.006Z");
    assert.deepEqual(wire.receipt, { leaf_index: 7, checkpoint_size: 9 });
    assert.deepEqual([wire.replay_of, wire.generation, wire.attempts], ["act_0", 2, 2]);
  });

  test("names who approved it", () => {
    const wire = actionWire(actionWith({ approvalExpiresAtMs: AT_MS, grant: GRANT }));
    assert.equal(wire.approval?.approver, "bob");
  });

  test("has a result only where it succeeded or was simulated, also when the result is null", () => {
    const shown = ACTION_STATES.filter((state) => "result" in actionWire(actionWith({ state, result: { a: 1 } })));
    assert.deepEqual(shown.toSorted(), ["SIMULATED", "SUCCEEDED"]);
    const empty = actionWire(actionWith({ state: "SUCCEEDED", result: null }));
    assert.ok("result" in empty && empty.result === null);
  });

  test("has an error only where there is one", () => {
    const error: NonNullable<Action["error"]> = {
      code: "HP-ACTION-TIMEOUT",
      failureClass: "timeout",
      message: "late",
      retryable: true,
    };
    const wire = actionWire(actionWith({ state: "DEAD", error }));
    assert.deepEqual(wire.error, { code: "HP-ACTION-TIMEOUT", class: "timeout", message: "late", retryable: true });
    assert.ok(!("error" in actionWire(actionWith({ state: "DEAD" }))));
  });

  test("tells neither arguments nor key nor fingerprint", () => {
    for (const state of ACTION_STATES) {
      const text = JSON.stringify(actionWire(actionWith({ state, decision: DECISION, grant: GRANT })));
      assert.doesNotMatch(text, /hunter2|key-1|fingerprint|reservation/);
    }
  });

  test("is what the schema says in every state", () => {
    let looked = 0;
    for (const state of ACTION_STATES satisfies readonly ActionState[]) {
      for (const over of [{}, { decision: DECISION, approvalExpiresAtMs: AT_MS, grant: GRANT, deadlineAtMs: AT_MS }]) {
        const wire = JSON.parse(JSON.stringify(actionWire(actionWith({ state, ...over })))) as unknown;
        assert.ok(ajv.validate("openapi#/components/schemas/Action", wire), `${state}: ${ajv.errorsText()}`);
        looked += 1;
      }
    }
    assert.equal(looked, 22);
    const { id: _, ...without } = actionWire(actionWith());
    assert.ok(!ajv.validate("openapi#/components/schemas/Action", without), "the schema can refuse");
  });
});
