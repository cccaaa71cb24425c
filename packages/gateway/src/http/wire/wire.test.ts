import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLetter, ReplayPlan, ReplayRun } from "../../contract/dead-letter.ts";
import { deadLetterWire } from "./dead-letter-wire.ts";
import { replayPlanWire, replayRunWire } from "./replay-wire.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;

const LETTER: DeadLetter = {
  id: "act_1",
  actor: "ann",
  adapter: "mail",
  operation: "send",
  sessionId: "s1",
  failureClass: "timeout",
  code: "HP-ACTION-TIMEOUT",
  message: "no answer",
  attempts: [
    { number: 1, startedAtMs: 0, endedAtMs: 1, failureClass: "timeout", message: "no answer" },
    { number: 2, startedAtMs: 2, endedAtMs: null, failureClass: null, message: null },
  ],
  argumentsDigest: DIGEST,
  correlationId: "c1",
  traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  diedAtMs: 3,
  status: "replaying",
  replayOf: "act_0",
  generation: 1,
  replays: ["act_2"],
};

test("a dead letter on the wire", () => {
  assert.deepEqual(deadLetterWire(LETTER), {
    id: "act_1",
    actor: "ann",
    adapter: "mail",
    operation: "send",
    session_id: "s1",
    class: "timeout",
    code: "HP-ACTION-TIMEOUT",
    message: "no answer",
    attempts: [
      {
        number: 1,
        started_at: "1970-01-01T00:00:00.000Z",
        ended_at: "1970-01-01T00:00:00.001Z",
        class: "timeout",
        message: "no answer",
      },
      { number: 2, started_at: "1970-01-01T00:00:00.002Z", ended_at: null, class: null, message: null },
    ],
    arguments_digest: DIGEST,
    payload: "/v1/actions/act_1",
    correlation_id: "c1",
    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    died_at: "1970-01-01T00:00:00.003Z",
    status: "replaying",
    replay_of: "act_0",
    generation: 1,
    replays: ["act_2"],
  });
});

test("a plan on the wire says what was and what would be", () => {
  const before = { failureClass: "timeout", policyDigest: DIGEST } as const;
  const today = { decision: "ESCALATE", reasonCode: "risk_escalated", policyDigest: DIGEST, breaker: "open" } as const;
  const plan: ReplayPlan = {
    id: "plan_1",
    createdAtMs: 0,
    expiresAtMs: 600_000,
    filter: { ids: ["act_1"], failureClass: "timeout", sinceMs: 0, untilMs: 1, session: "s1" },
    count: 1,
    decisions: { ALLOW: 0, DENY: 0, ESCALATE: 1 },
    estimateMs: 99.5,
    items: [{ id: "act_1", before, today }],
  };
  assert.deepEqual(replayPlanWire(plan), {
    id: "plan_1",
    created_at: "1970-01-01T00:00:00.000Z",
    expires_at: "1970-01-01T00:10:00.000Z",
    filter: {
      ids: ["act_1"],
      session: "s1",
      failure_class: "timeout",
      since: "1970-01-01T00:00:00.000Z",
      until: "1970-01-01T00:00:00.001Z",
    },
    count: 1,
    decisions: { ALLOW: 0, DENY: 0, ESCALATE: 1 },
    estimate_ms: 100,
    items: [
      {
        id: "act_1",
        before: { class: "timeout", policy: DIGEST },
        today: { decision: "ESCALATE", reason_code: "risk_escalated", policy: DIGEST, breaker: "open" },
      },
    ],
  });
});

test("a run on the wire", () => {
  const figures = { planned: 5, started: 4, skipped: 1, succeeded: 2, failed: 1 };
  const run: ReplayRun = { id: "run_1", planId: "plan_1", state: "running", ...figures, actionIds: ["act_9"] };
  assert.deepEqual(replayRunWire(run), {
    id: "run_1",
    plan_id: "plan_1",
    state: "running",
    ...figures,
    action_ids: ["act_9"],
  });
});
