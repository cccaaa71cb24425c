import assert from "node:assert/strict";
import { test } from "node:test";
import { drillContext } from "../testing-drill.ts";
import { runDeadLetters } from "./run-dead-letters.ts";
import { CAUSES } from "./terms.ts";

test("every way to die, and every way to be replayed, is tried on a real gateway", async () => {
  const { context } = drillContext();
  const body = await runDeadLetters(context);
  assert.deepEqual(
    body.deaths.map(({ failureClass }) => failureClass),
    [...CAUSES.map((cause) => cause.failureClass), "circuit_open"],
  );
  for (const death of body.deaths) {
    const { failureClass, state, letters, letterClass, attemptsDue, letterAttempts, upstreamCalls } = death;
    assert.deepEqual(
      [state, letters, letterClass, letterAttempts],
      ["DEAD", 1, failureClass, attemptsDue],
      failureClass,
    );
    assert.equal(upstreamCalls ?? attemptsDue, attemptsDue, failureClass);
    assert.equal(death.letterCorrelation, `death-of-${failureClass}`);
    assert.match(death.letterDigest, /^sha256:[0-9a-f]{64}$/);
  }
  assert.equal(body.refusedFilters.length, 3);
  for (const { filter, status } of body.refusedFilters) assert.ok(status >= 400, filter);
  const [plan] = body.plans;
  assert.ok(plan !== undefined);
  assert.deepEqual([plan.planned, plan.upstreamCalls, plan.lettersAfter], [3, 0, plan.lettersBefore]);
  assert.deepEqual(
    body.replays.map(({ upstream, newActions, newState, letterStatus }) => [
      upstream,
      newActions,
      newState,
      letterStatus,
    ]),
    [
      ["healthy", 1, "SUCCEEDED", "replayed"],
      ["failing", 1, "DEAD", "open"],
    ],
  );
  for (const { linkedTo, original, originalBefore, originalAfter } of body.replays) {
    assert.equal(linkedTo, original);
    assert.equal(originalAfter, originalBefore);
  }
  assert.deepEqual(body.repetitions, [{ runs: 2, letters: 2, effects: 2, newActions: 2 }]);
  assert.deepEqual(body.policies, [{ letters: 2, plannedDenials: 2, denied: 2, effects: 0, stillOpen: 2 }]);
  assert.deepEqual(
    body.caps.map(({ planned, max, started }) => [planned, max, started]),
    [[6, 4, 4]],
  );
  const [aborted] = body.aborts;
  assert.equal(aborted?.state, "aborted");
  assert.ok(aborted.startedLater < aborted.planned);
  const [restart] = body.restarts;
  assert.ok(restart !== undefined && restart.before > 10);
  assert.equal(restart.digestAfter, restart.digestBefore);
});
