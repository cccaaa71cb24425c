import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { OK } from "./fixtures.test.ts";
import { budgetOf, burnRateOf, eventsOf, judgeEvents } from "./judge-events.ts";
import type { SloCounts } from "./sample.ts";

const counts = (changes: Partial<SloCounts>): SloCounts => ({
  completed: 0,
  failed: 0,
  dropped: 0,
  over: 0,
  ...changes,
});

test("whatever was not a good answer is bad: failed, dropped, too late", () => {
  assert.deepEqual(eventsOf(counts({ completed: 90, failed: 5, dropped: 3, over: 10 })), { all: 98, bad: 18 });
  for (const bad of ["failed", "dropped", "over"] as const) {
    const judged = judgeEvents(OK, counts({ completed: bad === "over" ? 10_000 : 9899, [bad]: 101 }));
    assert.equal(judged.outcome, "fail", bad);
  }
});

test("the budget is the exact product, cut off, for every share that is written in four digits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(2 ** 32), fc.boolean(), (tenThousandths, any, isWhole) => {
      // A product that is a whole number is the one that a binary fraction falls short of.
      const all = isWhole ? (any % 100_000) * 10_000 : any;
      const exact = (BigInt(10_000 - tenThousandths) * BigInt(all)) / 10_000n;
      assert.equal(budgetOf(tenThousandths / 10_000, all), Number(exact));
    }),
  );
});

test("a burn of 1 spends the budget exactly; nothing asked for has none", () => {
  assert.equal(burnRateOf(0.999, 1800, 1_800_000), 1);
  assert.equal(burnRateOf(0.99, 144, 1000), 14.4);
  assert.equal(burnRateOf(0.9, 10, 10), 10);
  assert.equal(burnRateOf(0.9, 0, 0), null);
});

test("one bad request more than the budget misses it, and both are told", () => {
  const judged = (bad: number): ReturnType<typeof judgeEvents> =>
    judgeEvents(OK, counts({ completed: 10_000 - bad, failed: bad }));
  assert.equal(judged(100).outcome, "pass");
  assert.equal(judged(101).outcome, "fail");
  assert.equal(judged(101).reason, "101 of 10000 requests were bad, 100 may be: 99 % must be good");
  assert.equal(judged(100).observed, 0.99);
});

test("a limit is named where there is one", () => {
  const limited = { ...OK, within: { clock: "response", maxMs: 300 } } as const;
  assert.match(judgeEvents(limited, counts({ completed: 5000, over: 60 })).reason, /^60 of 5000 .* or beyond 300 ms,/);
});

test("few samples never pass, and fail only on more than a whole run may have", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.nat(999), (all, wanted) => {
      const bad = Math.min(all, wanted);
      const { outcome } = judgeEvents(OK, counts({ completed: all - bad, failed: bad }));
      assert.equal(outcome, bad > 10 ? "fail" : "inconclusive");
    }),
  );
  assert.equal(judgeEvents(OK, counts({})).outcome, "inconclusive");
  assert.equal(judgeEvents(OK, counts({})).observed, null);
});

test("more samples than the share wants may be asked for, fewer not", () => {
  const all = counts({ completed: 1500 });
  assert.equal(judgeEvents({ ...OK, minSamples: 1 }, all).minSamples, 1000);
  assert.equal(judgeEvents({ ...OK, minSamples: 2000 }, all).outcome, "inconclusive");
  assert.equal(judgeEvents({ ...OK, minSamples: 1500 }, all).outcome, "pass");
});
