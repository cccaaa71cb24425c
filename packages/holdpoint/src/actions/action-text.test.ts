import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ActionWire } from "@holdpoint/gateway/client";
import { actionLines, actionText, exitOfAction } from "./action-text.ts";

const ACTION: ActionWire = {
  id: "act_1",
  state: "SUCCEEDED",
  correlation_id: "c",
  traceparent: "t",
  actor: "ada",
  adapter: "echo",
  operation: "say",
  session_id: null,
  arguments_digest: "sha256:0",
  risk: "safe",
  verdict: { decision: "ALLOW", reason_code: "rule_allowed", reason: "play", policy: "sha256:1" },
  attempts: 2,
  created_at: "2026-01-02T03:04:05.000Z",
  updated_at: "2026-01-02T03:04:06.000Z",
  deadline_at: null,
  approval: null,
  result: { a: 1 },
  receipt: { leaf_index: 5, checkpoint_size: 6 },
  replay_of: null,
  generation: 0,
};

const { result: _, ...WITHOUT_RESULT } = ACTION;

test("every state has its exit code", () => {
  const codes = Object.fromEntries(
    [
      "SUCCEEDED",
      "SIMULATED",
      "RECEIVED",
      "READY",
      "RUNNING",
      "AWAITING_APPROVAL",
      "DENIED",
      "DEAD",
      "EXPIRED",
      "CANCELLED",
      "UNKNOWN",
    ].map((state) => [state, exitOfAction({ ...ACTION, state })]),
  );
  assert.deepEqual(codes, {
    SUCCEEDED: 0,
    SIMULATED: 0,
    RECEIVED: 0,
    READY: 0,
    RUNNING: 0,
    AWAITING_APPROVAL: 0,
    DENIED: 1,
    DEAD: 1,
    EXPIRED: 1,
    CANCELLED: 1,
    UNKNOWN: 3,
  });
});

describe("an action for a person", () => {
  test("what it is, what it answered and where its receipt is", () => {
    assert.equal(
      actionText(ACTION),
      `action       act_1
state        SUCCEEDED
call         echo/say by ada, attempts: 2
verdict      ALLOW rule_allowed: play
result       {"a":1}
correlation  c
receipt      record 5 of 6`,
    );
  });

  test("what went wrong, and what it replays", () => {
    const text = actionText({
      ...WITHOUT_RESULT,
      state: "DEAD",
      error: { code: "HP-ACTION-TIMEOUT", class: "timeout", message: "late", retryable: true },
      replay_of: "act_0",
    });
    assert.match(text, /^error +late \[HP-ACTION-TIMEOUT, timeout\]$/m);
    assert.match(text, /^replay of +act_0$/m);
    assert.ok(!/^result/m.test(text));
  });

  test("how long it waits for somebody, and who it was", () => {
    const waiting = { ...WITHOUT_RESULT, verdict: null, receipt: null, state: "AWAITING_APPROVAL" };
    const approval = { expires_at: "2026-01-02T03:06:05.000Z", approver: null };
    const text = actionText({ ...waiting, approval });
    assert.match(text, /^approval +waits for an approver until 2026-01-02T03:06:05\.000Z$/m);
    assert.ok(!/^(verdict|receipt)/m.test(text));
    assert.match(actionText({ ...waiting, approval: { ...approval, approver: "bo" } }), /^approval +by bo$/m);
  });

  test("a line for each, with the code of what went wrong", () => {
    const dead = {
      ...WITHOUT_RESULT,
      id: "act_22",
      state: "DEAD",
      error: { code: "HP-ACTION-TIMEOUT", class: "timeout", message: "late", retryable: true },
    };
    const verdict = { decision: "DENY", reason_code: "no_rule", reason: "none", policy: "" };
    assert.deepEqual(actionLines([ACTION, dead, { ...WITHOUT_RESULT, state: "DENIED", verdict }]), [
      "act_1   SUCCEEDED  echo/say  ada  2026-01-02T03:04:05.000Z",
      "act_22  DEAD       echo/say  ada  2026-01-02T03:04:05.000Z  HP-ACTION-TIMEOUT",
      "act_1   DENIED     echo/say  ada  2026-01-02T03:04:05.000Z  no_rule",
    ]);
    assert.deepEqual(actionLines([]), []);
  });
});
