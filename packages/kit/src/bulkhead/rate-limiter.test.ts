import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { RateLimit } from "./rate-limiter.ts";
import { RateLimiter } from "./rate-limiter.ts";

const T0 = 1_800_000_000_000;
const LIMIT: RateLimit = { tokens: 10, burst: 5 };

function taken(limiter: RateLimiter, key: string, nowMs: number, tries: number): number {
  return Array.from({ length: tries }, () => limiter.take(key, nowMs)).filter(({ ok }) => ok).length;
}

test("a burst at once, then so many per second, for each key", () => {
  const limiter = new RateLimiter(LIMIT);
  assert.equal(taken(limiter, "a", T0, 20), 5);
  assert.equal(taken(limiter, "b", T0, 20), 5);
  assert.deepEqual(limiter.take("a", T0), { ok: false, retryAfterMs: 100 });
  assert.deepEqual(limiter.take("a", T0 + 99), { ok: false, retryAfterMs: 1 });
  assert.deepEqual(limiter.take("a", T0 + 100), { ok: true });
  assert.equal(taken(limiter, "a", T0 + 400, 20), 3);
  assert.equal(taken(limiter, "a", T0 + 100_000, 20), 5);
  const { keys, allowed_total: allowed, no_room_total: noRoom } = limiter.view();
  assert.deepEqual({ keys, allowed, noRoom }, { keys: 2, allowed: 19, noRoom: 0 });
});

test("rates that no whole number of milliseconds divides are exact", () => {
  const limiter = new RateLimiter({ tokens: 3, periodMs: 1000, burst: 1 });
  let allowed = 0;
  for (let nowMs = T0; nowMs < T0 + 100_000; nowMs += 1) allowed += Number(limiter.take("a", nowMs).ok);
  // At 0, 334, 667 and 1000 ms: each is taken in the first millisecond in which it is whole.
  assert.equal(allowed, 300);
});

test("asking while refused costs nothing", () => {
  const limiter = new RateLimiter(LIMIT);
  taken(limiter, "a", T0, 5000);
  assert.deepEqual(limiter.take("a", T0 + 100), { ok: true });
});

test("flooding with keys gives nobody a fresh bucket, and is refused when there is no room", () => {
  const limiter = new RateLimiter({ ...LIMIT, keysMax: 50 });
  assert.equal(taken(limiter, "victim", T0, 20), 5);
  for (let key = 0; key < 1000; key += 1) limiter.take(`flood-${key}`, T0);
  assert.equal(limiter.view().keys, 50);
  assert.equal(limiter.view().no_room_total, 1000 - 49);
  assert.deepEqual(limiter.take("victim", T0), { ok: false, retryAfterMs: 100 });
  assert.deepEqual(limiter.take("new", T0), { ok: false, retryAfterMs: 100 });
  // The flood's buckets miss one token each and are full after 100 ms, the victim's after 500.
  assert.deepEqual(limiter.take("new", T0 + 100), { ok: true });
  assert.equal(limiter.view().keys, 50);
  assert.equal(taken(limiter, "victim", T0 + 100, 20), 1);
});

test("only full buckets make room", () => {
  const limiter = new RateLimiter({ ...LIMIT, keysMax: 2 });
  taken(limiter, "drained", T0, 5);
  limiter.take("touched", T0);
  assert.deepEqual(limiter.take("new", T0 + 99), { ok: false, retryAfterMs: 1 });
  assert.deepEqual(limiter.take("new", T0 + 100), { ok: true });
  assert.equal(taken(limiter, "drained", T0 + 100, 20), 1);
});

test("a clock that is set back gives nobody more and keeps nobody out for longer", () => {
  const limiter = new RateLimiter(LIMIT);
  taken(limiter, "a", T0, 5);
  assert.deepEqual(limiter.take("a", T0 - 86_400_000), { ok: false, retryAfterMs: 100 });
  assert.deepEqual(limiter.take("a", T0 - 86_400_000 + 100), { ok: true });
});

test("another limit counts at once, and what was taken stays taken", () => {
  const limiter = new RateLimiter(LIMIT);
  taken(limiter, "a", T0, 5);
  limiter.configure({ tokens: 1000, burst: 10 }, T0);
  assert.equal(taken(limiter, "a", T0, 20), 5);
  assert.equal(taken(limiter, "a", T0 + 3, 20), 3);
  limiter.configure({ tokens: 1, burst: 2 }, T0 + 3);
  assert.deepEqual(limiter.take("a", T0 + 3), { ok: false, retryAfterMs: 1000 });
  assert.equal(taken(limiter, "a", T0 + 10_000, 20), 2);
});

test("limits out of bounds are refused, and the old one stays", () => {
  const limiter = new RateLimiter(LIMIT);
  const wrong: readonly Partial<RateLimit>[] = [
    { tokens: 0 },
    { tokens: 100_001 },
    { burst: 0 },
    { burst: 1.5 },
    { periodMs: 0 },
    { keysMax: 0 },
  ];
  for (const change of wrong) {
    assert.throws(() => new RateLimiter({ ...LIMIT, ...change }), { code: "HP-CONFIG-VALUE" });
    assert.throws(() => limiter.configure({ ...LIMIT, ...change }, T0), { code: "HP-CONFIG-VALUE" });
  }
  assert.equal(taken(limiter, "a", T0, 20), 5);
});

test("it does as a bucket that is refilled step by step", () => {
  const limit = fc.record({
    tokens: fc.integer({ min: 1, max: 20 }),
    periodMs: fc.integer({ min: 1, max: 100 }),
    burst: fc.integer({ min: 1, max: 6 }),
  });
  const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 80 });
  fc.assert(
    fc.property(limit, gaps, (limit, gaps) => {
      const limiter = new RateLimiter(limit);
      let nowMs = T0;
      // In units of 1/periodMs of a token, so that each millisecond adds a whole number of them.
      let level = limit.burst * limit.periodMs;
      for (const gap of gaps) {
        nowMs += gap;
        level = Math.min(limit.burst * limit.periodMs, level + gap * limit.tokens);
        const answer = limiter.take("a", nowMs);
        assert.equal(answer.ok, level >= limit.periodMs);
        if (answer.ok) level -= limit.periodMs;
        else assert.equal(answer.retryAfterMs, Math.ceil((limit.periodMs - level) / limit.tokens));
      }
    }),
  );
});
