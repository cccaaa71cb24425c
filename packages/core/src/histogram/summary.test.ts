import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LogHistogram } from "./log-histogram.ts";
import { summaryOf } from "./summary.ts";

const NAMES = { 0.5: "p50", 0.9: "p90", 0.95: "p95", 0.99: "p99", 0.999: "p999" } as const;

test("each percentile stands at its name, in milliseconds", () => {
  const asked: number[] = [];
  const told = summaryOf({
    count: 4,
    sumUs: 10_001,
    minUs: 1,
    maxUs: 9_000_000,
    quantile: (q) => {
      asked.push(q);
      return q * 1_000_000;
    },
  });
  assert.deepEqual(asked, [0.5, 0.9, 0.95, 0.99, 0.999]);
  const rest = { p50: 500, p90: 900, p95: 950, p99: 990, p999: 999 };
  assert.deepEqual(told, { count: 4, min: 0.001, mean: 2.5, max: 9000, ...rest });
});

test("nothing measured has no summary, and never one of zeros", () => {
  assert.equal(summaryOf({ count: 0, sumUs: 0, minUs: 0, maxUs: 0, quantile: () => 0 }), null);
  assert.equal(new LogHistogram().summary(), null);
});

test("percentiles rise, lie between the extremes, and flatter by nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 400 }), (all) => {
      const histogram = new LogHistogram();
      for (const us of all) histogram.record(us);
      const told = histogram.summary() ?? assert.fail();
      const rising = [told.min, told.p50, told.p90, told.p95, told.p99, told.p999, told.max];
      assert.deepEqual(
        rising,
        rising.toSorted((a, b) => a - b),
      );
      const sorted = all.toSorted((a, b) => a - b);
      for (const [q, name] of Object.entries(NAMES)) {
        const exact = (sorted[Math.max(0, Math.ceil(Number(q) * all.length - 1e-9) - 1)] ?? 0) / 1000;
        assert.ok(told[name] >= exact, `${name} is ${told[name]}, and was ${exact}`);
        assert.ok(told[name] <= exact * (1 + 1 / 128), `${name} is ${told[name]}, and was ${exact}`);
      }
    }),
  );
});
