import assert from "node:assert/strict";
import { test } from "node:test";
import { drillContext } from "../testing-drill.ts";
import { runBreakers } from "./run-breakers.ts";
import { LIMITS } from "./terms.ts";

test("every experiment is made on a real gateway, and seen from both sides", async () => {
  const { context, steps } = drillContext();
  const body = await runBreakers(context);
  assert.deepEqual(
    body.openings.map(({ fault, faultyCalls, stateBefore, stateAfter }) => [
      fault,
      faultyCalls,
      stateBefore,
      stateAfter,
    ]),
    [
      ["error-answer", LIMITS.minimum_calls, "closed", "open"],
      ["slow", LIMITS.minimum_calls, "closed", "open"],
    ],
  );
  assert.deepEqual(
    body.refusals.map(({ submitted, upstreamCalls, deadLetters }) => [submitted, upstreamCalls, deadLetters]),
    [[3, 0, 3]],
  );
  assert.deepEqual(body.probes, [{ submitted: 8, upstreamAtOnce: 1, upstreamCalls: 1, refused: 7 }]);
  const [recovery] = body.recoveries;
  assert.ok(recovery !== undefined && recovery.firstSuccessAtMs !== null);
  assert.ok(recovery.firstSuccessAtMs > recovery.faultEndedAtMs);
  assert.deepEqual([recovery.manualResets, recovery.stateAfter], [0, "closed"]);
  assert.deepEqual(
    body.stuckProbes.map(({ stateAfterTimeout, recoveredLater }) => [stateAfterTimeout, recoveredLater]),
    [["open", true]],
  );
  assert.deepEqual(body.restarts, [{ stateBefore: "open", stateAfter: "open", upstreamCalls: 0 }]);
  assert.deepEqual(body.resets, [
    { by: "operator", stateBefore: "open", stateAfter: "closed", recordedActor: "operator", forbiddenStatus: 403 },
  ]);
  assert.equal(body.accounts.length, 5);
  for (const { figure, seen, told } of body.accounts) assert.equal(told, seen, figure);
  assert.deepEqual(body.neighbours, [{ adapter: "steady", state: "closed", submitted: 3, succeeded: 3 }]);
  assert.ok(steps.length > 50);
  assert.ok(!JSON.stringify(steps).includes("hp_"), "no token is recorded");
});
