import assert from "node:assert/strict";
import { test } from "node:test";
import { objectOf } from "../http-probe.ts";
import { ADAPTERS, DELAY_MS, LIMITS, RULES, SETTINGS, SLOW_MS } from "./terms.ts";

test("a slow call is slow, and neither a probe's nor an attempt's time is over by then", () => {
  assert.ok(SLOW_MS > LIMITS.slow_call_ms);
  assert.ok(SLOW_MS < Number(objectOf(SETTINGS["executor"])["timeout_ms"]));
});

test("a delayed probe is neither slow nor stuck", () => {
  assert.ok(DELAY_MS < LIMITS.slow_call_ms);
  assert.ok(DELAY_MS < LIMITS.probe_timeout_ms);
});

test("the minimum of calls fits into the window, and all of them failing is over the rate", () => {
  assert.ok(LIMITS.minimum_calls >= 2, "one fewer than the minimum has to be some");
  assert.ok(LIMITS.minimum_calls <= LIMITS.window_calls);
  assert.ok(LIMITS.failure_rate_percent <= 100 && LIMITS.slow_call_rate_percent <= 100);
  assert.deepEqual(SETTINGS["breaker"], LIMITS);
});

test("no class of failure is tried again", () => {
  const retries = Object.values(objectOf(SETTINGS["retry"]));
  assert.ok(retries.length >= 5);
  assert.deepEqual(new Set(retries), new Set([0]));
});

test("every experiment has an adapter of its own, and all of them are allowed", () => {
  assert.equal(new Set(ADAPTERS).size, ADAPTERS.length);
  for (const name of ["erring", "sluggish", "probing", "recovering", "stuck", "lasting", "steady"]) {
    assert.ok(ADAPTERS.includes(name), name);
  }
  assert.deepEqual(
    RULES.map(({ adapters, decision }) => [adapters, decision]),
    [[["*"], "allow"]],
  );
});
