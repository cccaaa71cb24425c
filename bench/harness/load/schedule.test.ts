import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Schedule } from "./schedule.ts";
import { dueCount, dueMs } from "./schedule.ts";

const RATES: readonly number[] = [0.5, 1, 3, 7, 999, 1000, 1001, 12_345.678, 100_000];

describe("absolute schedule", () => {
  test("nothing is due before the start, the first at the start", () => {
    const schedule: Schedule = { startMs: 100, perSecond: 10 };
    assert.equal(dueCount(schedule, 99.999), 0);
    assert.equal(dueCount(schedule, 100), 1);
    assert.equal(dueCount(schedule, 199.999), 1);
    assert.equal(dueCount(schedule, 200), 2);
  });

  test("count and instant are each other's inverse at every rate, far from the start too", () => {
    let looked = 0;
    for (const perSecond of RATES) {
      const schedule: Schedule = { startMs: 12.34, perSecond };
      for (const index of [0, 1, 2, 9, 100, 12_345, 1_000_000]) {
        assert.equal(dueCount(schedule, dueMs(schedule, index)), index + 1, `${perSecond}/s, ${index}`);
        assert.equal(dueCount(schedule, dueMs(schedule, index) - 1e-3 / perSecond), index, `${perSecond}/s, ${index}`);
        looked += 1;
      }
    }
    assert.equal(looked, RATES.length * 7);
  });

  test("errors do not add up: the millionth of 3 a second is due at a third of a million seconds", () => {
    assert.equal(dueMs({ startMs: 0, perSecond: 3 }, 999_999), 333_333_000);
  });
});
