import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { percentile, summarize } from "./latency.ts";

const HUNDRED = Array.from({ length: 100 }, (_, index) => index + 1);

describe("latencies", () => {
  test("percentiles are nearest ranks", () => {
    const cases: readonly (readonly [readonly number[], number, number])[] = [
      [HUNDRED, 0.5, 50],
      [HUNDRED, 0.99, 99],
      [HUNDRED, 1, 100],
      [HUNDRED, 0, 1],
      [[7], 0.99, 7],
      [[1, 2], 0.5, 1],
      [[1, 2, 3], 0.99, 3],
    ];
    for (const [sorted, share, expected] of cases) assert.equal(percentile(sorted, share), expected);
    assert.equal(percentile([], 0.5), Number.NaN);
  });

  test("a summary does not need sorted input, and knows the rate of the measured time only", () => {
    assert.deepEqual(summarize([3, 1, 2], 1500, 9), {
      done: 3,
      all: 9,
      perSecond: 2,
      p50Ms: 2,
      p99Ms: 3,
      maxMs: 3,
    });
  });

  test("a rate of nothing is no figure", () => {
    assert.throws(() => summarize([], 1000, 5), /nothing was done within 1000 ms/);
  });
});
