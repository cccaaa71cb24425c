import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LogHistogram } from "../histogram/log-histogram.ts";
import { OK, P99, RATE, times } from "./fixtures.test.ts";
import { budgetOf } from "./judge-events.ts";
import { judgeSample } from "./judge-sample.ts";
import { minSamplesOf } from "./min-samples.ts";
import type { SloSample } from "./sample.ts";

function sample(values: Readonly<Record<number, number>>, changes: Partial<SloSample> = {}): SloSample {
  const histogram = LogHistogram.ofSlice(times(values));
  const counts = { completed: histogram.count, failed: 0, dropped: 0, over: 0 };
  return { ...counts, times: histogram, elapsedMs: 10_000, ...changes };
}

test("ten samples beyond the quantile are wanted, whatever the binary fraction", () => {
  assert.deepEqual([0.5, 0.9, 0.95, 0.99, 0.999, 0.9999].map(minSamplesOf), [20, 100, 200, 1000, 10_000, 100_000]);
});

test("a percentile passes when its upper end is within, fails when its lower end is beyond", () => {
  const outcome = (slow: number): string => judgeSample(P99, sample({ 20: 10_000 - slow, 400: slow })).outcome;
  assert.deepEqual([0, 75, 100, 125, 200].map(outcome), ["pass", "pass", "inconclusive", "fail", "fail"]);
});

test("no share of failures or drops makes a percentile better", () => {
  const counts = fc.record({ slow: fc.nat(300), failed: fc.nat(300), dropped: fc.nat(300) });
  const rank = { fail: 0, inconclusive: 1, pass: 2 } as const;
  fc.assert(
    fc.property(counts, ({ slow, failed, dropped }) => {
      const answered = sample({ 20: 10_000, 400: slow });
      const lost = judgeSample(P99, { ...answered, failed, dropped });
      assert.ok(rank[lost.outcome] <= rank[judgeSample(P99, answered).outcome]);
      assert.equal(lost.samples, 10_000 + slow + failed + dropped);
    }),
  );
});

test("what completed without a time is as slow as what never came", () => {
  const { outcome, observed, interval } = judgeSample(P99, sample({ 20: 5000 }, { completed: 6000 }));
  assert.deepEqual([outcome, observed, interval], ["fail", null, null]);
});

test("a budget is a whole number of requests, cut off, whatever the binary fraction", () => {
  assert.deepEqual(
    [budgetOf(0.999, 1_800_000), budgetOf(0.99, 1000), budgetOf(0.99, 1099), budgetOf(0.9, 9), budgetOf(0.999, 999)],
    [1800, 10, 10, 0, 0],
  );
});

test("a share is met exactly, missed by one, and with few samples only missed", () => {
  const outcome = (all: number, bad: number): string =>
    judgeSample(OK, sample({}, { completed: all - bad, failed: bad })).outcome;
  assert.equal(outcome(1000, 10), "pass");
  assert.equal(outcome(1000, 11), "fail");
  assert.equal(outcome(999, 0), "inconclusive");
  assert.equal(outcome(50, 10), "inconclusive");
  assert.equal(outcome(50, 11), "fail");
});

test("a rate wants seconds, and something that ended in them", () => {
  assert.equal(judgeSample(RATE, sample({}, { completed: 4800 })).outcome, "pass");
  assert.equal(judgeSample(RATE, sample({}, { completed: 4799 })).outcome, "fail");
  assert.equal(judgeSample(RATE, sample({}, { failed: 4800 })).outcome, "fail");
  assert.equal(judgeSample(RATE, sample({})).outcome, "inconclusive");
  assert.equal(judgeSample(RATE, sample({}, { completed: 9, elapsedMs: 0 })).outcome, "inconclusive");
});
