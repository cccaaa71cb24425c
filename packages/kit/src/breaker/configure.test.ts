import assert from "node:assert/strict";
import { test } from "node:test";
import { Breaker } from "./breaker.ts";
import type { BreakerOptions } from "./options.ts";
import { checkBreakerOptions } from "./options.ts";
import { admitted, BAD, call, GOOD, OPTIONS, refused, trip } from "./testing-breaker.ts";

test("options out of bounds are refused by name", () => {
  const wrong: readonly (readonly [Partial<BreakerOptions>, RegExp])[] = [
    [{ window: { kind: "count", calls: 0 } }, /^window_calls/],
    [{ window: { kind: "count", calls: 10_001 } }, /^window_calls/],
    [{ window: { kind: "time", windowMs: 9 } }, /^window_ms/],
    [{ minimumCalls: 0 }, /^minimum_calls/],
    [{ minimumCalls: 11 }, /^minimum_calls is 11, but the window holds 10/],
    [{ failureRatePercent: 0 }, /^failure_rate_percent/],
    [{ failureRatePercent: 100.5 }, /^failure_rate_percent/],
    [{ slowCallMs: 0 }, /^slow_call_ms/],
    [{ slowCallRatePercent: 101 }, /^slow_call_rate_percent/],
    [{ openMs: 0 }, /^open_ms/],
    [{ openMs: Number.NaN }, /^open_ms/],
    [{ openMsMax: 99 }, /^open_ms_max/],
    [{ openGrowthPercent: 99 }, /^open_growth_percent/],
    [{ probes: 0 }, /^probes/],
    [{ probeTimeoutMs: 0 }, /^probe_timeout_ms/],
    [{ history: 1001 }, /^history/],
  ];
  for (const [change, message] of wrong) {
    assert.throws(() => new Breaker({ ...OPTIONS, ...change }), { code: "HP-CONFIG-VALUE", message });
  }
  const { openGrowthPercent, openMsMax, probes, history } = checkBreakerOptions(OPTIONS);
  assert.deepEqual([openGrowthPercent, openMsMax, probes, history], [100, 1000, 1, 100]);
});

test("new thresholds count from the next call on, with what was counted before", () => {
  const breaker = new Breaker(OPTIONS);
  for (let count = 0; count < 4; count += 1) call(breaker, count < 1 ? BAD : GOOD, 0);
  breaker.configure({ ...OPTIONS, failureRatePercent: 20 }, 0);
  assert.equal(breaker.view(0).calls, 4);
  call(breaker, GOOD, 0);
  assert.equal(breaker.view(0).state, "open");
});

test("another window begins empty, another history keeps what fits", () => {
  const breaker = new Breaker(OPTIONS);
  for (let count = 0; count < 4; count += 1) call(breaker, BAD, count);
  breaker.configure({ ...OPTIONS, window: { kind: "count", calls: 20 }, history: 2 }, 10);
  assert.equal(breaker.view(10).calls, 0);
  assert.deepEqual(
    breaker.metrics(9).calls.map(({ at }) => at),
    [2, 3],
  );
});

test("a shorter longest wait cuts the one that has begun", () => {
  const breaker = new Breaker({ ...OPTIONS, openMs: 10_000 });
  trip(breaker, 0);
  breaker.configure({ ...OPTIONS, openMs: 100, openMsMax: 200 }, 50);
  assert.equal(refused(breaker, 50), 200);
});

test("fewer probes than have succeeded close it instead of waiting for ever", () => {
  const breaker = new Breaker({ ...OPTIONS, probes: 3 });
  trip(breaker, 0);
  call(breaker, GOOD, 100);
  call(breaker, GOOD, 100);
  breaker.configure({ ...OPTIONS, probes: 1 }, 100);
  assert.equal(breaker.view(100).state, "closed");
});

test("calls that run stay good across a change, and a wrong one changes nothing", () => {
  const breaker = new Breaker(OPTIONS);
  const token = admitted(breaker, 0);
  breaker.configure({ ...OPTIONS, slowCallMs: 1 }, 0);
  assert.throws(() => breaker.configure({ ...OPTIONS, openMs: 0 }, 0), { code: "HP-CONFIG-VALUE" });
  assert.equal(breaker.record(token, GOOD, 0), "counted");
  assert.equal(breaker.view(0).slow, 1);
});
