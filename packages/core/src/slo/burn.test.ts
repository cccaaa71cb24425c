import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BurnMeter, scaledBurn } from "./burn.ts";
import { burnRateOf } from "./judge-events.ts";

const HOUR_MS = 3_600_000;

test("over 30 days the pairs are the published ones, short is long over twelve", () => {
  assert.deepEqual(scaledBurn(720 * HOUR_MS), [
    { factor: 14.4, longMs: HOUR_MS, shortMs: HOUR_MS / 12 },
    { factor: 6, longMs: 6 * HOUR_MS, shortMs: HOUR_MS / 2 },
    { factor: 1, longMs: 72 * HOUR_MS, shortMs: 6 * HOUR_MS },
  ]);
});

test("in a shorter run they shrink with it, to a second and no further", () => {
  assert.deepEqual(scaledBurn(24 * HOUR_MS), [
    { factor: 14.4, longMs: 120_000, shortMs: 10_000 },
    { factor: 6, longMs: 720_000, shortMs: 60_000 },
    { factor: 1, longMs: 8_640_000, shortMs: 720_000 },
  ]);
  assert.deepEqual(scaledBurn(30_000), [
    { factor: 6, longMs: 1000, shortMs: 1000 },
    { factor: 1, longMs: 3000, shortMs: 1000 },
  ]);
});

test("an alert counts when it begins, wants both windows, and ends with the short one", () => {
  const meter = new BurnMeter(0.99, [{ longMs: 4000, shortMs: 1000, factor: 10 }]);
  const fired = (): number => meter.alerts()[0]?.fired ?? -1;
  const bad = [0, 0, 0, 0, 50, 50, 0, 0, 50, 50];
  const seen = bad.map((count) => {
    meter.push(100, count);
    return fired();
  });
  assert.deepEqual(seen, [0, 0, 0, 0, 1, 1, 1, 1, 2, 2]);
  assert.equal(meter.alerts()[0]?.worst, 25);
});

test("nothing fires before the long window is whole, nor where nothing was asked for", () => {
  const meter = new BurnMeter(0.99, [{ longMs: 4000, shortMs: 1000, factor: 1 }]);
  for (let at = 0; at < 3; at += 1) meter.push(100, 100);
  assert.equal(meter.alerts()[0]?.fired, 0);
  for (let at = 0; at < 10; at += 1) meter.push(0, 0);
  assert.equal(meter.alerts()[0]?.fired, 0);
});

test("the rings answer as sums over all seconds do", () => {
  const seconds = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(seconds, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (all, long, short) => {
      const factor = 2;
      const terms = { longMs: Math.max(long, short) * 1000, shortMs: Math.min(long, short) * 1000, factor };
      const meter = new BurnMeter(0.9, [terms]);
      let [worst, fired, wasOn] = [0, 0, false];
      for (const [at, [good, bad]] of all.entries()) {
        meter.push(good + bad, bad);
        const over = (ms: number): number => {
          const own = all.slice(Math.max(0, at + 1 - ms / 1000), at + 1);
          const spent = own.reduce((sum, [, count]) => sum + count, 0);
          return (
            burnRateOf(
              0.9,
              spent,
              own.reduce((sum, [one, two]) => sum + one + two, 0),
            ) ?? 0
          );
        };
        if ((at + 1) * 1000 < terms.longMs) continue;
        const burns = Math.min(over(terms.longMs), over(terms.shortMs));
        worst = Math.max(worst, burns);
        if (burns > factor && !wasOn) fired += 1;
        wasOn = burns > factor;
      }
      assert.deepEqual(meter.alerts(), [{ ...terms, fired, worst }]);
    }),
  );
});
