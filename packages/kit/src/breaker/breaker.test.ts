import assert from "node:assert/strict";
import { test } from "node:test";
import { Breaker } from "./breaker.ts";
import { admitted, BAD, call, GOOD, OPTIONS, refused, SLOW, trip } from "./testing-breaker.ts";
import type { BreakerChange } from "./view.ts";

const T0 = 1_800_000_000_000;

test("ancestors' row 8: it recovers by itself, 2 s healthy after 0.1 s open", () => {
  const breaker = new Breaker(OPTIONS);
  trip(breaker, T0);
  assert.equal(refused(breaker, T0), 100);
  assert.equal(refused(breaker, T0 + 99), 1);
  for (let nowMs = T0 + 100; nowMs <= T0 + 2000; nowMs += 10) assert.equal(call(breaker, GOOD, nowMs), "counted");
  const { state, failures, opened_at: openedAt } = breaker.view(T0 + 2000);
  assert.deepEqual({ state, failures, openedAt }, { state: "closed", failures: 0, openedAt: null });
});

test("ancestors' row 8: answers that say error count as failures", () => {
  const breaker = new Breaker(OPTIONS);
  for (let count = 0; count < 4; count += 1) call(breaker, BAD, T0);
  assert.equal(breaker.view(T0).state, "closed");
  call(breaker, BAD, T0);
  const { state, failures, failure_rate: rate } = breaker.view(T0);
  assert.deepEqual({ state, failures, rate }, { state: "open", failures: 5, rate: 100 });
});

test("below the minimum of calls nothing is decided", () => {
  const breaker = new Breaker(OPTIONS);
  for (let count = 0; count < 4; count += 1) call(breaker, BAD, T0);
  assert.equal(breaker.view(T0).state, "closed");
});

test("the rate is exact: 49 of 100 stay closed at 50 %, 50 of 100 open", () => {
  for (const [bad, state] of [
    [49, "closed"],
    [50, "open"],
  ] as const) {
    const breaker = new Breaker({ ...OPTIONS, window: { kind: "count", calls: 100 }, minimumCalls: 100 });
    for (let count = 0; count < 100; count += 1) call(breaker, count < bad ? BAD : GOOD, T0);
    assert.equal(breaker.view(T0).state, state, `${bad} of 100`);
  }
  // 0.29 × 100 is 28.999999999999996 in floating point.
  const breaker = new Breaker({
    ...OPTIONS,
    window: { kind: "count", calls: 100 },
    minimumCalls: 100,
    failureRatePercent: 29,
  });
  for (let count = 0; count < 100; count += 1) call(breaker, count < 29 ? BAD : GOOD, T0);
  assert.equal(breaker.view(T0).state, "open");
});

test("old calls leave a count window", () => {
  const breaker = new Breaker(OPTIONS);
  for (let count = 0; count < 10; count += 1) call(breaker, count < 6 ? GOOD : BAD, T0);
  assert.equal(breaker.view(T0).failures, 4);
  for (let count = 0; count < 10; count += 1) call(breaker, GOOD, T0);
  assert.equal(breaker.view(T0).failures, 0);
  for (let count = 0; count < 4; count += 1) call(breaker, BAD, T0);
  const { state, calls, failures } = breaker.view(T0);
  assert.deepEqual({ state, calls, failures }, { state: "closed", calls: 10, failures: 4 });
});

test("slow calls open it, and a duration that is no number is slow", () => {
  for (const outcome of [SLOW, { ok: true, durationMs: Number.NaN }, { ok: true, durationMs: Infinity }]) {
    const changes: BreakerChange[] = [];
    const breaker = new Breaker(OPTIONS, (change) => void changes.push(change));
    for (let count = 0; count < 5; count += 1) call(breaker, outcome, T0);
    assert.deepEqual(changes, [{ from: "closed", to: "open", reason: "slow-call-rate", atMs: T0 }]);
    assert.equal(breaker.view(T0).slow_rate, 100);
  }
});

test("of 1,000 that ask at once when its time is over, exactly one is let through", () => {
  const breaker = new Breaker(OPTIONS);
  trip(breaker, T0);
  const admissions = Array.from({ length: 1000 }, () => breaker.admit(T0 + 100));
  const probes = admissions.filter((admission) => admission.admitted);
  assert.equal(probes.length, 1);
  const refusals = admissions.filter((admission) => !admission.admitted);
  assert.equal(refusals.length, 999);
  for (const { retryAfterMs, state } of refusals) assert.deepEqual([retryAfterMs, state], [50, "half-open"]);
});

test("a stuck probe is a failure after its limit, and the next one has its chance", () => {
  const changes: BreakerChange[] = [];
  const breaker = new Breaker(OPTIONS, (change) => void changes.push(change));
  trip(breaker, T0);
  const stuck = admitted(breaker, T0 + 100);
  assert.ok(stuck.probe);
  refused(breaker, T0 + 149);
  assert.equal(refused(breaker, T0 + 150), 100);
  assert.equal(breaker.record(stuck, GOOD, T0 + 160), "late");
  assert.equal(call(breaker, GOOD, T0 + 250), "counted");
  assert.deepEqual(
    changes.map(({ to, reason }) => [to, reason]),
    [
      ["open", "failure-rate"],
      ["half-open", "open-time-over"],
      ["open", "probe-timeout"],
      ["half-open", "open-time-over"],
      ["closed", "probes-succeeded"],
    ],
  );
});

test("a bad and a slow probe open it again", () => {
  for (const [outcome, reason] of [
    [BAD, "probe-failed"],
    [SLOW, "probe-slow"],
  ] as const) {
    const breaker = new Breaker(OPTIONS);
    trip(breaker, T0);
    call(breaker, outcome, T0 + 100);
    assert.equal(breaker.metrics(1).transitions[0]?.reason, reason);
    assert.equal(refused(breaker, T0 + 100), 100);
  }
});

test("several probes must all be good", () => {
  const breaker = new Breaker({ ...OPTIONS, probes: 3 });
  trip(breaker, T0);
  const probes = [1, 2, 3].map(() => admitted(breaker, T0 + 100));
  refused(breaker, T0 + 100);
  const [first, second, third] = probes;
  assert.ok(first && second && third);
  breaker.record(first, GOOD, T0 + 110);
  breaker.record(second, GOOD, T0 + 110);
  refused(breaker, T0 + 110);
  assert.equal(breaker.view(T0 + 110).probes_succeeded, 2);
  breaker.record(third, GOOD, T0 + 120);
  assert.equal(breaker.view(T0 + 120).state, "closed");
});

test("a released probe is neither good nor bad: another takes its place", () => {
  const breaker = new Breaker(OPTIONS);
  trip(breaker, T0);
  for (let round = 0; round < 20; round += 1) {
    const probe = admitted(breaker, T0 + 100);
    refused(breaker, T0 + 100);
    assert.equal(breaker.release(probe), "counted");
  }
  assert.equal(breaker.view(T0 + 100).state, "half-open");
  call(breaker, GOOD, T0 + 100);
  assert.equal(breaker.view(T0 + 100).state, "closed");
});

test("what is recorded twice, late, or of another breaker does not count, and is told", () => {
  const breaker = new Breaker(OPTIONS);
  const token = admitted(breaker, T0);
  assert.equal(breaker.record(token, BAD, T0), "counted");
  assert.equal(breaker.record(token, BAD, T0), "ended");
  assert.equal(breaker.release(token), "ended");
  assert.equal(breaker.record(admitted(new Breaker(OPTIONS), T0), BAD, T0), "ended");
  assert.equal(breaker.record({ probe: true }, GOOD, T0), "ended");
  assert.equal(breaker.view(T0).calls, 1);
  const early = admitted(breaker, T0);
  for (let count = 0; count < 4; count += 1) call(breaker, BAD, T0);
  assert.equal(breaker.record(early, GOOD, T0 + 100), "late");
  assert.equal(breaker.view(T0 + 100).state, "half-open");
  assert.equal(breaker.view(T0 + 100).late_total, 1);
  call(breaker, GOOD, T0 + 100);
  assert.equal(breaker.view(T0 + 100).calls, 0);
});

test("the wait grows with each failed probe up to its longest, and begins anew after it closed", () => {
  const breaker = new Breaker({ ...OPTIONS, openGrowthPercent: 200, openMsMax: 350 });
  trip(breaker, T0);
  let nowMs = T0;
  for (const wait of [100, 200, 350, 350]) {
    assert.equal(refused(breaker, nowMs), wait);
    nowMs += wait;
    call(breaker, BAD, nowMs);
  }
  assert.equal(breaker.view(nowMs).openings, 5);
  nowMs += 350;
  call(breaker, GOOD, nowMs);
  trip(breaker, nowMs);
  assert.equal(refused(breaker, nowMs), 100);
});

test("reset closes it with nothing counted, and forgets what ran", () => {
  const breaker = new Breaker(OPTIONS);
  trip(breaker, T0);
  breaker.reset(T0 + 1);
  const { state, calls, opened_at: openedAt, openings } = breaker.view(T0 + 1);
  assert.deepEqual({ state, calls, openedAt, openings }, { state: "closed", calls: 0, openedAt: null, openings: 0 });
  assert.equal(breaker.metrics(1).transitions[0]?.reason, "reset");
  assert.equal(call(breaker, GOOD, T0 + 1), "counted");
});

test("a clock that is set back keeps it neither open nor shut for longer", () => {
  const breaker = new Breaker(OPTIONS);
  trip(breaker, T0);
  assert.equal(refused(breaker, T0 - 86_400_000), 100);
  assert.equal(refused(breaker, T0 - 86_400_000 + 99), 1);
  const probe = admitted(breaker, T0 - 86_400_000 + 100);
  refused(breaker, 5);
  refused(breaker, 5 + 49);
  assert.equal(refused(breaker, 5 + 50), 100);
  assert.equal(breaker.record(probe, GOOD, 60), "late");
  call(breaker, GOOD, 5 + 150);
  assert.equal(breaker.view(5 + 150).state, "closed");
  assert.equal(refusedAtNaN(), 100);
});

function refusedAtNaN(): number {
  const breaker = new Breaker(OPTIONS);
  trip(breaker, T0);
  return refused(breaker, Number.NaN);
}

test("the history is bounded and tells the last calls and changes, oldest first", () => {
  const breaker = new Breaker({ ...OPTIONS, history: 3 });
  trip(breaker, T0);
  call(breaker, GOOD, T0 + 100);
  const { calls, transitions } = breaker.metrics(100);
  assert.deepEqual(calls, [
    { at: T0, ok: false, slow: false, duration_ms: 1, probe: false },
    { at: T0, ok: false, slow: false, duration_ms: 1, probe: false },
    { at: T0 + 100, ok: true, slow: false, duration_ms: 1, probe: true },
  ]);
  assert.deepEqual(
    transitions.map(({ to }) => to),
    ["open", "half-open", "closed"],
  );
  assert.equal(breaker.metrics(2).calls.length, 2);
  assert.equal(breaker.metrics(2).transitions[0]?.to, "half-open");
  for (const none of [0, -1, Number.NaN]) assert.deepEqual(breaker.metrics(none), { calls: [], transitions: [] });
});

test("a listener that throws does not keep the change from being made", () => {
  const breaker = new Breaker(OPTIONS, () => {
    throw new Error("listener");
  });
  for (let count = 0; count < 4; count += 1) call(breaker, BAD, T0);
  assert.throws(() => call(breaker, BAD, T0), /listener/);
  refused(breaker, T0 + 1);
});
