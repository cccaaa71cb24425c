import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LogHistogram } from "../histogram/log-histogram.ts";
import { P99, times } from "./fixtures.test.ts";
import { judgePercentile } from "./judge-percentile.ts";
import type { PercentileObjective } from "./objective.ts";
import type { SloSample } from "./sample.ts";

function sample(values: Readonly<Record<number, number>>, changes: Partial<SloSample> = {}): SloSample {
  const histogram = LogHistogram.ofSlice(times(values));
  const counts = { completed: histogram.count, failed: 0, dropped: 0, over: 0 };
  return { ...counts, times: histogram, elapsedMs: 10_000, ...changes };
}

const median = (changes: Partial<PercentileObjective> = {}): PercentileObjective => {
  return { ...P99, quantile: 0.5, minSamples: 1, ...changes };
};

test("a limit is met exactly at the upper end, and not a thousandth below it", () => {
  const steady = sample({ 100: 1000 });
  assert.equal(judgePercentile(median({ maxMs: 100 }), steady).outcome, "pass");
  assert.equal(judgePercentile(median({ maxMs: 99.999 }), steady).outcome, "fail");
  const split = sample({ 100: 500, 400: 500 });
  assert.equal(judgePercentile(median({ maxMs: 100 }), split).outcome, "inconclusive", "its lower end is not beyond");
  assert.equal(judgePercentile(median({ maxMs: 400 }), split).outcome, "pass");
});

test("the interval holds the binomial's ranks, here of 100 samples and the median", () => {
  // Ranks 40 and 61: of a binomial of 100 and 1/2, P(B < 40) is 0.0176 and P(B < 41) is 0.0284, above 0.025.
  const values = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [(at + 1) / 1000, 1]));
  const { interval, observed, samples } = judgePercentile(median(), sample(values));
  assert.deepEqual([interval, observed, samples], [[0.04, 0.061], 0.05, 100]);
  const answered = (count: number): string =>
    judgePercentile(median(), sample({ 20: count }, { failed: 100 - count })).outcome;
  assert.deepEqual([61, 60, 40, 39].map(answered), ["pass", "inconclusive", "inconclusive", "fail"]);
});

test("one sample fewer than wanted decides nothing, but says what was seen", () => {
  const judged = (count: number): ReturnType<typeof judgePercentile> => judgePercentile(P99, sample({ 20: count }));
  assert.deepEqual([judged(999).outcome, judged(1000).outcome], ["inconclusive", "pass"]);
  const { observed, interval, reason } = judged(999);
  assert.deepEqual([observed, interval], [20, null]);
  assert.equal(reason, "p99 wants 1000 samples, and there are 999");
});

test("fewer samples than the quantile wants cannot be asked for", () => {
  const { outcome, minSamples } = judgePercentile({ ...P99, minSamples: 1 }, sample({ 20: 999 }));
  assert.deepEqual([outcome, minSamples], ["inconclusive", 1000]);
  const more = judgePercentile({ ...P99, minSamples: 5000 }, sample({ 20: 4999 }));
  assert.deepEqual([more.outcome, more.minSamples], ["inconclusive", 5000]);
});

test("what has no time lies beyond every limit, and is told", () => {
  const lost = judgePercentile(median(), sample({ 20: 500 }, { failed: 400, dropped: 200 }));
  assert.deepEqual([lost.outcome, lost.observed, lost.interval, lost.samples], ["fail", null, null, 1100]);
  assert.match(lost.reason, /^p50 lies among the requests that failed .*; 400 failed and 200 were dropped/);
  const edge = judgePercentile(median(), sample({ 20: 500 }, { failed: 490 }));
  assert.equal(edge.outcome, "inconclusive", "the interval ends among what failed");
  assert.match(edge.reason, /between 20 ms and a failure, on both sides of 300 ms/);
});

test("slower answers never make a percentile better", () => {
  const rank = { fail: 0, inconclusive: 1, pass: 2 } as const;
  const counts = fc.tuple(fc.nat(2000), fc.nat(2000), fc.nat(500));
  fc.assert(
    fc.property(counts, ([fast, slow, moved]) => {
      const before = judgePercentile(median(), sample({ 20: fast + moved, 400: slow }));
      const after = judgePercentile(median(), sample({ 20: fast, 400: slow + moved }));
      assert.ok(rank[after.outcome] <= rank[before.outcome]);
      assert.ok((after.observed ?? 0) >= (before.observed ?? 0));
    }),
  );
});

test("what was observed lies in its interval", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 20, maxLength: 300 }), (all) => {
      const histogram = new LogHistogram();
      for (const ms of all) histogram.record(ms * 1000);
      const whole = { ...sample({}), completed: all.length, times: histogram };
      const { interval, observed } = judgePercentile(median({ maxMs: 1e6 }), whole);
      assert.ok(interval !== null && observed !== null);
      assert.ok(interval[0] <= observed && observed <= interval[1]);
    }),
  );
});
