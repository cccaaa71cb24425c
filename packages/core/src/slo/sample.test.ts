import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LogHistogram } from "../histogram/log-histogram.ts";
import { OK, P99, RATE, second, times } from "./fixtures.test.ts";
import type { EventObjective } from "./objective.ts";
import { mergeSeconds, NO_SECOND, sloSecond } from "./sample.ts";

const FAST: EventObjective = { ...OK, within: { clock: "response", maxMs: 300 } };

test("a percentile is of what completed: answers that failed are counted apart", () => {
  const taken = sloSecond(P99, second(0, { 20: 5 }, { failures: { 1: 3 }, dropped: 2 }));
  assert.deepEqual([taken.completed, taken.failed, taken.dropped, taken.over], [5, 3, 2, 0]);
  assert.deepEqual([taken.times?.count, taken.times?.buckets], [5, times({ 20: 5 })?.buckets]);
});

test("each clock has its own times", () => {
  const own = second(0, { 900: 5 }, { service: times({ 5: 5 }) });
  assert.deepEqual(sloSecond({ ...P99, clock: "service" }, own).times, times({ 5: 5 }));
  assert.deepEqual(sloSecond(P99, own).times, times({ 900: 5 }));
  const service = { ...FAST, within: { clock: "service", maxMs: 300 } } as const;
  assert.deepEqual([sloSecond(FAST, own).over, sloSecond(service, own).over], [5, 0]);
});

test("beyond the limit is what completed late, or has no time at all; never what failed", () => {
  const over = (one: Parameters<typeof sloSecond>[1]): number => sloSecond(FAST, one).over;
  assert.equal(over(second(0, { 20: 5, 400: 3 }, { failures: { 900: 4 } })), 3);
  assert.equal(over(second(0, { 20: 5 }, { completed: 9 })), 4);
  assert.equal(over(second(0, {}, { completed: 7 })), 7);
  assert.equal(over(second(0, {})), 0);
});

test("an objective without a limit, and a rate, hold no times", () => {
  const own = second(0, { 900: 5 });
  for (const objective of [OK, RATE]) {
    const taken = sloSecond(objective, own);
    assert.deepEqual([taken.completed, taken.over, taken.times], [5, 0, null]);
  }
});

test("seconds that are put together lose nothing, in any order", () => {
  const seconds = fc.record({ ok: fc.nat(9), late: fc.nat(9), failed: fc.nat(9), dropped: fc.nat(9) });
  const taken = fc
    .tuple(fc.constantFrom(P99, OK, FAST, RATE), seconds, seconds)
    .map(([objective, ...both]) =>
      both.map(({ ok, late, failed, dropped }) =>
        sloSecond(objective, second(0, { 20: ok, 400: late }, { failures: { 5: failed }, dropped })),
      ),
    );
  fc.assert(
    fc.property(taken, ([a = NO_SECOND, b = NO_SECOND]) => {
      const both = mergeSeconds(a, b);
      for (const name of ["completed", "failed", "dropped", "over"] as const)
        assert.equal(both[name], a[name] + b[name], name);
      assert.equal(LogHistogram.ofSlice(both.times).count, (a.times?.count ?? 0) + (b.times?.count ?? 0));
      assert.deepEqual(mergeSeconds(b, a), both);
      assert.deepEqual(mergeSeconds(a, NO_SECOND), a);
    }),
  );
});
