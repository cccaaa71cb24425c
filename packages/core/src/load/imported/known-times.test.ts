import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadSlice } from "@holdpoint/testkit";
import fc from "fast-check";
import { addedTimes, printedTimes, sliceTimes, summaryTimes, toldTimes } from "./known-times.ts";

const US = fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 80 });
const RANKS = [0.5, 0.9, 0.95, 0.99] as const;

describe("times as far as they are told", () => {
  test("a histogram knows how many are within a limit, a bucket across it counting as beyond", () => {
    const times = sliceTimes(loadSlice(1000, 2000, 250_000) ?? assert.fail());
    assert.deepEqual(
      [times.within(0.5), times.within(2.1), times.within(250)],
      [
        [0, 0],
        [2, 2],
        [3, 3],
      ],
    );
    const [low, high] = times.atRank(3);
    assert.ok(low <= 250 && high === 250);
  });

  test("printed percentiles bound what they do not tell, whichever way the tool computes them", () => {
    fc.assert(
      fc.property(
        US,
        fc.constantFrom("nearest", "interpolated"),
        fc.integer({ min: 0, max: 3_000_000 }),
        (all, way, limit) => {
          const sorted = all.toSorted((a, b) => a - b).map((us) => us / 1000);
          const points = RANKS.map((q) => [q, percentile(sorted, q, way)] as const);
          const ends = [
            [0, sorted[0] ?? 0],
            [1, sorted.at(-1) ?? 0],
          ] as const;
          const times = printedTimes(sorted.length, [...points, ...ends], 0);
          const truth = sorted.filter((ms) => ms <= limit / 1000).length;
          const [least, most] = times.within(limit / 1000);
          assert.ok(least <= truth && truth <= most, `${least} ${truth} ${most}`);
          for (const [at, ms] of sorted.entries()) {
            const [low, high] = times.atRank(at + 1);
            assert.ok(low <= ms && (high === null || ms <= high), `${low} ${ms} ${high}`);
          }
        },
      ),
    );
  });

  test("what is rounded may be off by so much either way", () => {
    const times = printedTimes(1000, [[0.99, 100]], 0.01);
    assert.deepEqual(
      [times.within(100.9), times.within(101)],
      [
        [0, 1000],
        [989, 1000],
      ],
    );
    assert.deepEqual(
      [times.within(98.9), times.within(99)],
      [
        [0, 991],
        [0, 1000],
      ],
    );
    assert.deepEqual([times.atRank(989)[1], times.atRank(990)[1], times.atRank(992)[0]], [101, null, 99]);
  });

  test("percentiles without their number, and none, bound nothing", () => {
    const told = { count: 10, min: null, mean: 5, max: null, percentiles: [{ name: "p1", q: null, ms: 7 }] };
    assert.equal(toldTimes(told, 0), null);
    assert.equal(toldTimes({ ...told, count: null, max: 9 }, 0), null);
    assert.equal(toldTimes(undefined, 0), null);
    assert.equal(summaryTimes(null, 0), null);
    assert.deepEqual(toldTimes({ ...told, min: 2, max: 9 }, 0)?.within(9), [10, 10]);
    assert.deepEqual(toldTimes({ ...told, min: 2, max: 9 }, 0)?.within(1.9), [0, 0]);
  });

  test("several together are counted and not ranked; one is itself", () => {
    const [one, other] = [
      printedTimes(100, [[1, 5]], 0),
      printedTimes(
        50,
        [
          [1, 50],
          [0.5, 3],
        ],
        0,
      ),
    ];
    const both = addedTimes([one, other]) ?? assert.fail();
    assert.deepEqual(
      [both.count, both.within(5), both.within(60), both.atRank(3)],
      [150, [124, 149], [150, 150], [0, null]],
    );
    assert.equal(addedTimes([one]), one);
    assert.equal(addedTimes([]), null);
  });
});

function percentile(sorted: readonly number[], q: number, way: string): number {
  const at = (index: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, index))] ?? 0;
  if (way === "nearest") return at(Math.ceil(q * sorted.length) - 1);
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  return at(below) + (position - below) * (at(below + 1) - at(below));
}
