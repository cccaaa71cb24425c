import assert from "node:assert/strict";
import type { Breaker } from "./breaker.ts";
import type { BreakerOptions } from "./options.ts";
import type { BreakerToken, CallOutcome, Recorded } from "./view.ts";

/** Ten calls, five at least, half of them bad, 100 ms open, one probe of at most 50 ms. */
export const OPTIONS: BreakerOptions = {
  window: { kind: "count", calls: 10 },
  minimumCalls: 5,
  failureRatePercent: 50,
  slowCallMs: 1000,
  slowCallRatePercent: 100,
  openMs: 100,
  probeTimeoutMs: 50,
};

export const GOOD: CallOutcome = { ok: true, durationMs: 1 };
export const BAD: CallOutcome = { ok: false, durationMs: 1 };
export const SLOW: CallOutcome = { ok: true, durationMs: 1000 };

export function admitted(breaker: Breaker, nowMs: number): BreakerToken {
  const admission = breaker.admit(nowMs);
  assert.ok(admission.admitted, `refused at ${nowMs}`);
  return admission.token;
}

export function refused(breaker: Breaker, nowMs: number): number {
  const admission = breaker.admit(nowMs);
  assert.ok(!admission.admitted, `admitted at ${nowMs}`);
  return admission.retryAfterMs;
}

/** One call that ends at once. */
export function call(breaker: Breaker, outcome: CallOutcome, nowMs: number): Recorded {
  return breaker.record(admitted(breaker, nowMs), outcome, nowMs);
}

/** Opens a fresh breaker of `OPTIONS` at that instant. */
export function trip(breaker: Breaker, nowMs: number): void {
  for (let count = 0; count < 5; count += 1) call(breaker, BAD, nowMs);
  assert.equal(breaker.view(nowMs).state, "open");
}
