import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Action, Grant } from "../contract/action.ts";
import type { AdapterFailure } from "../contract/adapter.ts";
import type { ActionState } from "../contract/state.ts";
import { ACTION_STATES, TERMINAL_STATES, TRANSITIONS } from "../contract/state.ts";
import { approved, cancelled, deniedBy, expired } from "./approve.ts";
import { failed, gaveUp, interrupted, started, succeeded } from "./attempt.ts";
import { decided, denied } from "./decide.ts";
import { move } from "./move.ts";
import { reconciled } from "./reconcile.ts";
import { actionIn, ALLOW, NOW_MS, POLICY_DIGEST } from "./testing-action.ts";

const LATER_MS = NOW_MS + 1000;
const CONFLICT = { code: "HP-GATEWAY-STATE-CONFLICT" };
const DENY = { ...ALLOW, decision: "DENY" as const, reasonCode: "no_rule", reason: "nothing allows it" };
const ESCALATE = { ...ALLOW, decision: "ESCALATE" as const, reasonCode: "rule_escalated" };
const GRANT: Grant = {
  approver: "eve",
  adapter: "effect",
  operation: "run",
  argumentsDigest: actionIn("RECEIVED").argumentsDigest,
  policyDigest: POLICY_DIGEST,
  grantedAtMs: NOW_MS,
  expiresAtMs: NOW_MS + 120_000,
  consumedAtMs: null,
};
const FAILURE: AdapterFailure = {
  ok: false,
  failureClass: "timeout",
  sent: true,
  code: "HP-ACTION-TIMEOUT",
  message: "no answer",
  retryAfterMs: null,
};
const RUNNING = started(actionIn("READY"), NOW_MS);

/** Every function that moves an action, with the states that it may be in and where it goes. */
const MOVES: readonly (readonly [
  name: string,
  step: (action: Action) => Action,
  from: ActionState[],
  to: ActionState,
])[] = [
  ["allowed", (a) => decided(a, { decision: ALLOW, reservations: [] }, LATER_MS, 1), ["RECEIVED"], "READY"],
  ["denied at once", (a) => decided(a, { decision: DENY, reservations: [] }, LATER_MS, 1), ["RECEIVED"], "DENIED"],
  [
    "escalated",
    (a) => decided(a, { decision: ESCALATE, reservations: [] }, LATER_MS, 1),
    ["RECEIVED"],
    "AWAITING_APPROVAL",
  ],
  ["denied", (a) => denied(a, DENY, LATER_MS), ["RECEIVED", "AWAITING_APPROVAL", "READY"], "DENIED"],
  ["approved", (a) => approved(a, GRANT, ALLOW, LATER_MS), ["AWAITING_APPROVAL"], "READY"],
  ["denied by a person", (a) => deniedBy(a, "eve", DENY, "no", LATER_MS), ["AWAITING_APPROVAL"], "DENIED"],
  ["expired", (a) => expired(a, LATER_MS), ["AWAITING_APPROVAL"], "EXPIRED"],
  ["cancelled", (a) => cancelled(a, "ann", "no more", LATER_MS), ["AWAITING_APPROVAL", "READY"], "CANCELLED"],
  ["started", (a) => started(a, LATER_MS), ["READY"], "RUNNING"],
  ["succeeded", (a) => succeeded(a, { done: true }, LATER_MS), ["RUNNING", "UNKNOWN"], "SUCCEEDED"],
  ["retried", (a) => failed(a, FAILURE, { kind: "retry", delayMs: 5 }, LATER_MS), ["RUNNING"], "READY"],
  [
    "dead",
    (a) => failed(a, FAILURE, { kind: "dead", reason: "budget-spent" }, LATER_MS),
    ["READY", "RUNNING", "UNKNOWN"],
    "DEAD",
  ],
  ["unknown", (a) => failed(a, FAILURE, { kind: "unknown" }, LATER_MS), ["RUNNING"], "UNKNOWN"],
  ["interrupted, idempotent", (a) => interrupted(a, true, LATER_MS), ["RUNNING"], "READY"],
  ["interrupted, not idempotent", (a) => interrupted(a, false, LATER_MS), ["RUNNING"], "UNKNOWN"],
  [
    "found to have happened",
    (a) => reconciled(a, { succeeded: true, result: 1 }, "olga", LATER_MS),
    ["UNKNOWN"],
    "SUCCEEDED",
  ],
  [
    "found not to have",
    (a) => reconciled(a, { succeeded: false, message: "no" }, "olga", LATER_MS),
    ["UNKNOWN"],
    "DEAD",
  ],
  [
    "given up",
    (a) => gaveUp(a, { code: "HP-ACTION-DEADLINE", message: "late" }, LATER_MS),
    ["READY", "RUNNING", "UNKNOWN"],
    "DEAD",
  ],
];

describe("the closed table", () => {
  for (const [name, step, from, to] of MOVES) {
    test(`${name}: from ${from.join(", ")} to ${to}, and from nowhere else`, () => {
      for (const state of ACTION_STATES) {
        // An action that waits may be made ready by the guardian's functions too; the engine never asks them then.
        const isElsewhere = !from.includes(state) && !TRANSITIONS[state].includes(to);
        if (isElsewhere) assert.throws(() => step(actionIn(state)), CONFLICT, state);
        if (!from.includes(state)) continue;
        const made = step(actionIn(state));
        assert.equal(made.state, to);
        assert.equal(made.revision, actionIn(state).revision + 1);
        assert.equal(made.updatedAtMs, LATER_MS);
      }
    });
  }

  test("no way leads out of an end", () => {
    let looked = 0;
    for (const state of TERMINAL_STATES) {
      for (const [name, step] of MOVES) {
        looked += 1;
        assert.throws(() => step(actionIn(state)), CONFLICT, `${state} ${name}`);
      }
    }
    assert.ok(looked > 50);
    assert.deepEqual([...TERMINAL_STATES].toSorted(), [
      "CANCELLED",
      "DEAD",
      "DENIED",
      "EXPIRED",
      "SIMULATED",
      "SUCCEEDED",
    ]);
  });

  test("a clock that steps back makes no action older than it was", () => {
    assert.equal(move(actionIn("READY"), "RUNNING", NOW_MS - 3_600_000).updatedAtMs, NOW_MS);
  });
});

describe("what a person may do", () => {
  test("nobody approves what they asked for", () => {
    const own = { ...GRANT, approver: "ann" };
    const refused = { code: "HP-GATEWAY-APPROVER-IS-REQUESTER" };
    assert.throws(() => approved(actionIn("AWAITING_APPROVAL"), own, ALLOW, LATER_MS), refused);
  });

  test("a running action cannot be cancelled", () => {
    assert.throws(() => cancelled(RUNNING, "ann", "stop", LATER_MS), CONFLICT);
  });

  test("who ended it and why is on the action", () => {
    const waiting = actionIn("AWAITING_APPROVAL");
    const no = deniedBy(waiting, "eve", DENY, "not today", LATER_MS);
    assert.deepEqual([no.endedBy, no.error?.code, no.decision?.decision], ["eve", "HP-ACTION-DENIED", "DENY"]);
    assert.match(no.error?.message ?? "", /not today/);
    assert.equal(cancelled(waiting, "ann", "no more", LATER_MS).error?.message, "no more");
    assert.equal(expired(waiting, LATER_MS).error?.code, "HP-ACTION-EXPIRED");
  });
});

describe("what the guardian's word makes of an action", () => {
  test("a dry run stops before anything, and says what would be", () => {
    const dry = actionIn("RECEIVED", { dryRun: true });
    const would = decided(dry, { decision: ALLOW, reservations: [] }, LATER_MS, 1);
    assert.deepEqual([would.state, would.result], ["SIMULATED", { dry_run: true, would_be: "READY" }]);
    const asked = decided(dry, { decision: ESCALATE, reservations: [] }, LATER_MS, 1);
    assert.deepEqual(asked.result, { dry_run: true, would_be: "AWAITING_APPROVAL" });
    assert.equal(decided(dry, { decision: DENY, reservations: [] }, LATER_MS, 1).state, "DENIED");
  });

  test("an approval is waited for as long as the policy says, never beyond the deadline", () => {
    const until = (ttlMs: number, deadlineAtMs: number | null): number | null =>
      decided(actionIn("RECEIVED", { deadlineAtMs }), { decision: ESCALATE, reservations: [] }, NOW_MS, ttlMs)
        .approvalExpiresAtMs;
    assert.equal(until(120_000, null), NOW_MS + 120_000);
    assert.equal(until(120_000, NOW_MS + 500), NOW_MS + 500);
  });
});

describe("attempts", () => {
  test("the first one uses up the grant, the later ones leave its time as it is", () => {
    const first = started(actionIn("READY", { grant: GRANT }), LATER_MS);
    const retried = failed(first, FAILURE, { kind: "retry", delayMs: 7 }, LATER_MS + 10);
    const second = started(retried, LATER_MS + 20);
    assert.deepEqual([first.grant?.consumedAtMs, second.grant?.consumedAtMs], [LATER_MS, LATER_MS]);
    assert.deepEqual([retried.notBeforeMs, second.notBeforeMs], [LATER_MS + 17, null]);
    assert.deepEqual(
      second.attempts.map(({ number, failureClass, endedAtMs }) => [number, failureClass, endedAtMs]),
      [
        [1, "timeout", LATER_MS + 10],
        [2, null, null],
      ],
    );
  });

  test("an end after a failure has the failure's class, a success has no error", () => {
    const dead = failed(RUNNING, FAILURE, { kind: "dead", reason: "budget-spent" }, LATER_MS);
    assert.deepEqual(
      [dead.error?.failureClass, dead.error?.code, dead.error?.retryable],
      ["timeout", "HP-ACTION-TIMEOUT", true],
    );
    const unknown = failed(RUNNING, FAILURE, { kind: "unknown" }, LATER_MS);
    assert.deepEqual([unknown.error?.code, unknown.error?.failureClass], ["HP-ACTION-UNKNOWN", "timeout"]);
    const found = reconciled(unknown, { succeeded: true, result: { id: 7 } }, "olga", LATER_MS);
    assert.deepEqual([found.error, found.result, found.endedBy], [null, { id: 7 }, "olga"]);
    const lost = reconciled(unknown, { succeeded: false, message: "not there" }, "olga", LATER_MS);
    assert.deepEqual([lost.error?.failureClass, lost.error?.message], ["timeout", "reconciled as failed: not there"]);
  });

  test("a code that is none of ours, and a message without an end, are not stored as they come", () => {
    const foreign = { ...FAILURE, code: "__proto__", message: `${"x".repeat(5000)}\ud800` };
    const dead = failed(RUNNING, foreign, { kind: "dead", reason: "budget-spent" }, LATER_MS);
    assert.equal(dead.error?.code, "HP-ACTION-EXECUTION");
    assert.ok((dead.error?.message.length ?? 0) <= 2001 && dead.error?.message.isWellFormed());
  });

  test("what never started says whether it was late or the circuit open", () => {
    const late = gaveUp(actionIn("READY"), { code: "HP-ACTION-DEADLINE", message: "late" }, LATER_MS);
    const open = gaveUp(actionIn("READY"), { code: "HP-ACTION-CIRCUIT-OPEN", message: "open" }, LATER_MS);
    assert.deepEqual([late.error?.failureClass, open.error?.failureClass], ["timeout", "circuit_open"]);
    assert.deepEqual([late.attempts, open.attempts], [[], []]);
  });
});
