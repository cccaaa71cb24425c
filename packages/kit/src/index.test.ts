import assert from "node:assert/strict";
import { test } from "node:test";
import * as kit from "./index.ts";

test("the parts that others build on are exported by name", () => {
  const { Breaker, Bulkhead, Debounce, MetricsRegistry, RateLimiter } = kit;
  for (const part of [Breaker, Bulkhead, Debounce, MetricsRegistry, RateLimiter]) assert.equal(typeof part, "function");
  const { correlate, continueTrace, decideRetry, deadlineSignal, parseTraceContext } = kit;
  for (const part of [correlate, continueTrace, decideRetry, deadlineSignal, parseTraceContext]) {
    assert.equal(typeof part, "function");
  }
});

test("what a service shows of them is JSON", () => {
  const breaker = new kit.Breaker({
    window: { kind: "time", windowMs: 1000 },
    minimumCalls: 1,
    failureRatePercent: 50,
    slowCallMs: 100,
    slowCallRatePercent: 100,
    openMs: 100,
    probeTimeoutMs: 100,
  });
  const admission = breaker.admit(0);
  assert.ok(admission.admitted);
  breaker.record(admission.token, { ok: false, durationMs: 1 }, 0);
  const shown: readonly unknown[] = [
    breaker.view(0),
    breaker.metrics(10),
    breaker.snapshot(0),
    new kit.Bulkhead(1).view(),
    new kit.RateLimiter({ tokens: 1, burst: 1 }).view(),
    new kit.Debounce({ openMs: 1, closeMs: 1 }).view(0),
  ];
  for (const one of shown) assert.deepEqual(JSON.parse(JSON.stringify(one)), one);
});
