import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MemorySample } from "./memory-trend.ts";
import { memoryTrend } from "./memory-trend.ts";

const MEBIBYTE = 2 ** 20;

/** A sample each second. */
function samples(count: number, mebibytes: (second: number) => number): MemorySample[] {
  return Array.from({ length: count }, (_, second) => ({
    atMs: second * 1000,
    residentBytes: mebibytes(second) * MEBIBYTE,
  }));
}

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);
}

describe("trend of memory", () => {
  test("flat is flat, whatever the start was like", () => {
    const { growth, mebibytesPerMinute, residentMebibytes } = memoryTrend(samples(100, (s) => (s < 20 ? s : 200)));
    near(growth, 1);
    near(mebibytesPerMinute, 0);
    assert.deepEqual(residentMebibytes, { least: 200, most: 200, last: 200 });
  });

  test("a leak of one MiB a second is sixty a minute", () => {
    const { growth, mebibytesPerMinute } = memoryTrend(samples(100, (second) => 100 + second));
    near(mebibytesPerMinute, 60);
    near(growth, (100 + 89.5) / (100 + 29.5));
  });

  test("a saw is no leak", () => {
    const { growth } = memoryTrend(samples(100, (second) => 100 + (second % 10)));
    near(growth, 1);
  });

  test("a few samples show no trend", () => {
    assert.throws(() => memoryTrend(samples(9, () => 1)), /9 samples of memory show no trend/);
    assert.equal(memoryTrend(samples(10, () => 1)).growth, 1);
  });
});
