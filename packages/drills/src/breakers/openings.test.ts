import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { objectOf, textOf } from "../http-probe.ts";
import { page, scriptedHouse, upstreamCall } from "../gateway/testing-house.ts";
import { breakerAt, breakerState, openByErrors, submitAll } from "./breaker-view.ts";
import { tryErrors, trySlowness } from "./openings.ts";
import { LIMITS } from "./terms.ts";

/** A gateway whose breaker never opens: every call goes through to the upstream. */
function neverOpening(metrics: JsonObject = {}) {
  const scripted = scriptedHouse((method, path, { body }) => {
    const adapter = textOf(objectOf(body)["adapter"]);
    if (method === "POST") {
      scripted.calls.push(upstreamCall(`/${adapter}`));
      return { json: { id: `act_${scripted.calls.length}`, state: adapter === "steady" ? "SUCCEEDED" : "DEAD" } };
    }
    if (path === "/metrics") return { text: "" };
    if (path.startsWith("/v1/breakers/metrics")) return { json: { breakers: [{ name: "erring", ...metrics }] } };
    const names = ["erring", "sluggish", "steady"];
    return path.startsWith("/v1/breakers")
      ? { json: { breakers: names.map((name) => ({ name, state: "closed" })) } }
      : page();
  });
  return scripted;
}

test("a breaker that never opens is told as it is, by the upstream's count", async () => {
  const scripted = neverOpening();
  const seen = await tryErrors(scripted);
  assert.deepEqual(seen.openings, [
    {
      fault: "error-answer",
      minimumCalls: LIMITS.minimum_calls,
      faultyCalls: LIMITS.minimum_calls,
      stateBefore: "closed",
      stateAfter: "closed",
    },
  ]);
  assert.deepEqual(seen.refusals, [{ submitted: 3, upstreamCalls: 3, deadLetters: 0, codes: ["", "", ""] }]);
  assert.deepEqual(seen.neighbours, [{ adapter: "steady", state: "closed", submitted: 3, succeeded: 3 }]);
  assert.equal(scripted.house.upstream.modes.get("/erring"), "failing");
});

test("figures that are not told are null, not zero", async () => {
  const { accounts } = await tryErrors(neverOpening());
  assert.deepEqual(
    accounts.map(({ figure, told }) => [figure, told]),
    [
      ["calls", null],
      ["failures", null],
      ["openings", null],
      ["refusals", null],
      ["holdpoint_breaker_state open", null],
    ],
  );
});

test("figures that are told are those of the breaker's own account", async () => {
  const metrics = {
    calls: [{ ok: true }, { ok: false }, { ok: false }, "rubbish"],
    transitions: [{ to: "open" }, { to: "half-open" }, { to: "open" }],
  };
  const { accounts } = await tryErrors(neverOpening(metrics));
  assert.deepEqual(
    accounts.slice(0, 3).map(({ figure, told }) => [figure, told]),
    [
      ["calls", 4],
      ["failures", 2],
      ["openings", 2],
    ],
  );
});

test("slowness has a breaker of its own", async () => {
  const scripted = neverOpening();
  const [opening] = (await trySlowness(scripted)).openings;
  assert.deepEqual([opening?.fault, opening?.faultyCalls], ["slow", LIMITS.minimum_calls]);
  assert.equal(scripted.house.upstream.modes.get("/sluggish"), "slow");
});

test("a breaker that nobody has is none", async () => {
  const { house } = neverOpening();
  assert.deepEqual(await breakerAt(house, "/v1/breakers", "nobody"), {});
  assert.equal(await breakerState(house, "nobody"), "");
  assert.equal(await breakerState(house, "erring"), "closed");
});

test("as many are submitted as were asked for", async () => {
  const { house, calls } = neverOpening();
  assert.deepEqual(await submitAll(house, "steady", 2), ["SUCCEEDED", "SUCCEEDED"]);
  await openByErrors(house, "erring");
  assert.equal(calls.length, 2 + LIMITS.minimum_calls);
});
