import assert from "node:assert/strict";
import { test } from "node:test";
import type { ScriptedHouse } from "../gateway/testing-house.ts";
import { scriptedHouse, upstreamCall } from "../gateway/testing-house.ts";
import { tryRecovery } from "./recovery.ts";
import { LIMITS } from "./terms.ts";

/** A gateway whose breaker lets calls through again at the nth submission after the fault. */
function recovering(afterRefusals: number): ScriptedHouse {
  let submitted = 0;
  const scripted = scriptedHouse((method) => {
    if (method === "GET") return { json: { breakers: [{ name: "recovering", state: "closed" }] } };
    submitted += 1;
    const isBack = submitted > LIMITS.minimum_calls + afterRefusals;
    if (submitted <= LIMITS.minimum_calls || isBack) scripted.calls.push(upstreamCall("/recovering"));
    return { json: { id: "act_1", state: isBack ? "SUCCEEDED" : "DEAD" } };
  });
  return scripted;
}

test("the first success after the fault ends the wait, and nobody resets anything", async () => {
  const scripted = recovering(2);
  let nowMs = 1000;
  const context = { ...scripted.context, nowMs: () => (nowMs += 50) };
  const { recoveries } = await tryRecovery({ house: scripted.house, context });
  assert.deepEqual(recoveries, [
    {
      openMs: LIMITS.open_ms,
      faultEndedAtMs: 1050,
      firstSuccessAtMs: 1100,
      manualResets: 0,
      stateAfter: "closed",
    },
  ]);
  assert.equal(scripted.asked.filter((one) => one === "POST /v1/actions").length, LIMITS.minimum_calls + 3);
  assert.ok(!scripted.asked.some((one) => one.includes("/reset")));
  assert.equal(scripted.house.upstream.modes.get("/recovering"), "healthy");
});

test("a drill that is stopped does not wait for a recovery", async () => {
  const scripted = recovering(1_000);
  const stop = new AbortController();
  stop.abort();
  const context = { ...scripted.context, signal: stop.signal };
  await assert.rejects(tryRecovery({ house: scripted.house, context }), { name: "AbortError" });
});
