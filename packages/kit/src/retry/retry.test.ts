import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom } from "@holdpoint/testkit";
import fc from "fast-check";
import type { FailedAttempt } from "./decide-retry.ts";
import { decideRetry } from "./decide-retry.ts";
import type { FailureClass } from "./failure-class.ts";
import { FAILURE_CLASSES, isFailureClass, NEVER_RETRIED, RETRY_BUDGET, retryBudget } from "./failure-class.ts";
import { decorrelatedJitter } from "./jitter.ts";

const backoff = { baseMs: 100, capMs: 5000 };
const attempt = (change: Partial<FailedAttempt>): FailedAttempt => ({
  failureClass: "timeout",
  sent: true,
  idempotent: true,
  attemptsByClass: {},
  deadlineAtMs: null,
  nowMs: 1000,
  backoff,
  random: () => 0.5,
  ...change,
});

test("the classes are closed and have the budgets of the design", () => {
  assert.deepEqual(RETRY_BUDGET, {
    connection_bootstrap: 3,
    timeout: 2,
    circuit_open: 0,
    policy_denied: 0,
    validation_failed: 0,
    execution_error: 2,
    backpressure: 3,
    unknown: 1,
  });
  assert.equal(FAILURE_CLASSES.length, 8);
  for (const one of FAILURE_CLASSES) assert.ok(isFailureClass(one));
  for (const other of ["", "Timeout", "toString", "__proto__", null, 1]) assert.ok(!isFailureClass(other));
});

test("each class has exactly its budget of retries, then the action is dead", () => {
  let retries = 0;
  for (const failureClass of FAILURE_CLASSES) {
    for (let failures = 1; failures <= 6; failures += 1) {
      const decision = decideRetry(attempt({ failureClass, attemptsByClass: { [failureClass]: failures } }));
      assert.equal(
        decision.kind,
        failures <= RETRY_BUDGET[failureClass] ? "retry" : "dead",
        `${failureClass} ${failures}`,
      );
      retries += Number(decision.kind === "retry");
    }
  }
  assert.equal(retries, 11);
});

test("policy_denied, validation_failed and circuit_open are dead always", () => {
  assert.equal(NEVER_RETRIED.size, 3);
  for (const failureClass of NEVER_RETRIED) {
    for (const sent of [true, false]) {
      for (const idempotent of [true, false]) {
        const budget = { ...RETRY_BUDGET, [failureClass]: 5 };
        const decision = decideRetry(attempt({ failureClass, sent, idempotent, budget }));
        assert.deepEqual(decision, { kind: "dead", reason: "never-retried" });
      }
    }
  }
});

test("what was sent and is not idempotent is unknown, whatever budget and deadline are", () => {
  for (const failureClass of FAILURE_CLASSES.filter((one) => !NEVER_RETRIED.has(one))) {
    for (const deadlineAtMs of [null, 0, 1e9]) {
      const decision = decideRetry(attempt({ failureClass, idempotent: false, deadlineAtMs }));
      assert.deepEqual(decision, { kind: "unknown" }, failureClass);
    }
  }
});

test("what was not sent is retried by its budget, idempotent or not", () => {
  for (const idempotent of [true, false]) {
    const change = { failureClass: "connection_bootstrap", sent: false, idempotent } as const;
    assert.deepEqual(decideRetry(attempt(change)), { kind: "retry", delayMs: 200 });
    const spent = decideRetry(attempt({ ...change, attemptsByClass: { connection_bootstrap: 4 } }));
    assert.deepEqual(spent, { kind: "dead", reason: "budget-spent" });
  }
});

test("a retry that could not start before the deadline is none", () => {
  const wait = { previousDelayMs: 100 }; // between 100 and 300: 200
  assert.deepEqual(decideRetry(attempt({ ...wait, deadlineAtMs: 1201 })), { kind: "retry", delayMs: 200 });
  for (const deadlineAtMs of [1200, 1199, 1000, 0, Number.NaN]) {
    assert.deepEqual(decideRetry(attempt({ ...wait, deadlineAtMs })), { kind: "dead", reason: "deadline" });
  }
});

test("Retry-After is never waited less, and one that is no number ends it", () => {
  assert.deepEqual(decideRetry(attempt({ retryAfterMs: 7000.2 })), { kind: "retry", delayMs: 7001 });
  for (const retryAfterMs of [0, -5, null, undefined]) {
    assert.deepEqual(decideRetry(attempt({ retryAfterMs })), { kind: "retry", delayMs: 200 });
  }
  for (const retryAfterMs of [Number.NaN, Infinity]) {
    assert.deepEqual(decideRetry(attempt({ retryAfterMs })), { kind: "dead", reason: "deadline" });
  }
  assert.equal(decideRetry(attempt({ retryAfterMs: 7000, deadlineAtMs: 7999 })).kind, "dead");
});

test("input that is not sound does not retry", () => {
  assert.equal(decideRetry(attempt({ failureClass: "invented" as FailureClass })).kind, "dead");
  assert.equal(decideRetry(attempt({ attemptsByClass: { timeout: Number.NaN } })).kind, "dead");
  assert.equal(decideRetry(attempt({ random: () => Number.NaN })).kind, "dead");
});

test("budgets can be changed within bounds, and never for what is never retried", () => {
  assert.equal(retryBudget({ timeout: 10, unknown: 0 }).timeout, 10);
  assert.equal(
    decideRetry(attempt({ attemptsByClass: { timeout: 1 }, budget: retryBudget({ timeout: 0 }) })).kind,
    "dead",
  );
  assert.deepEqual(retryBudget({}), RETRY_BUDGET);
  const refused = [
    { timeout: 11 },
    { timeout: -1 },
    { timeout: 1.5 },
    { policy_denied: 1 },
    { invented: 0 },
    { invented: 1 },
  ];
  for (const changes of refused)
    assert.throws(() => retryBudget(changes), { code: "HP-CONFIG-VALUE" }, JSON.stringify(changes));
});

test("the wait lies between the base and three times the one before, and is capped", () => {
  assert.equal(
    decorrelatedJitter(backoff, null, () => 0.999),
    299,
  );
  assert.equal(
    decorrelatedJitter(backoff, 400, () => 0),
    100,
  );
  assert.equal(
    decorrelatedJitter(backoff, 400, () => 0.5),
    650,
  );
  assert.equal(
    decorrelatedJitter(backoff, 1e9, () => 0.9),
    5000,
  );
  const wait = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(wait, fc.integer(), (previousMs, seed) => {
      const next = decorrelatedJitter(backoff, previousMs, seededRandom(seed));
      assert.ok(Number.isInteger(next) && next >= 100 && next <= Math.min(5000, Math.max(100, previousMs * 3)));
    }),
  );
});
