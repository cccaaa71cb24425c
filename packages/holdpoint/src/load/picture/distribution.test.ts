import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LogHistogram } from "@holdpoint/core";
import { distributionOf } from "./distribution.ts";
import { distributionLines } from "./distribution-text.ts";

function sliceOf(...values: readonly number[]): ReturnType<LogHistogram["toSlice"]> {
  const histogram = new LogHistogram();
  for (const us of values) histogram.record(us);
  return histogram.toSlice();
}

describe("rows", () => {
  test("each value is in one, the ends are not empty, and edges are round", () => {
    const rows = distributionOf(sliceOf(900, 1100, 1100, 250_000));
    assert.equal(
      rows.reduce((sum, { count }) => sum + count, 0),
      4,
    );
    assert.ok(rows.length > 1 && rows.length <= 14, String(rows.length));
    assert.deepEqual([rows[0]?.count, rows.at(-1)?.count], [1, 1]);
    for (const [index, row] of rows.entries()) if (index > 0) assert.equal(row.fromMs, rows[index - 1]?.toMs);
  });

  test("a narrow distribution has finer rows than a wide one", () => {
    const narrow = distributionOf(sliceOf(1000, 1300, 1600, 1900));
    const wide = distributionOf(sliceOf(20, 50_000_000));
    assert.deepEqual(
      narrow.map(({ toMs }) => toMs),
      [1.2, 1.5, 2],
    );
    assert.ok(wide.length <= 14 && wide.every(({ fromMs, toMs }) => fromMs === 0 || toMs / fromMs > 2.9));
  });

  test("nothing, one value, none at all, and more than an hour", () => {
    assert.deepEqual(distributionOf(null), []);
    assert.equal(distributionOf(sliceOf(5)).length, 1);
    assert.deepEqual(distributionOf(sliceOf(0)), [{ fromMs: 0, toMs: 0.01, count: 1 }]);
    assert.equal(
      distributionOf(sliceOf(5_000_000_000)).reduce((sum, { count }) => sum + count, 0),
      1,
    );
  });
});

describe("lines", () => {
  const run = { of: "run", name: "", completed: 3, failed: 0, service: null, summary: null } as const;

  test("bars are as long as their share, no line is wider than it may be, and what is there is seen", () => {
    const response = sliceOf(...Array.from({ length: 5000 }, () => 1500), 9_000_000);
    const lines = distributionLines({ series: [{ ...run, response }] }, 60);
    assert.ok(
      lines.every((line) => line.length <= 60),
      lines.join("\n"),
    );
    assert.match(lines[0] ?? "", /^\s+1 ms to 2 ms {2}█+ {2}5,000 {2}100\.0 %$/);
    assert.match(lines.at(-1) ?? "", /▏ .*1 {2}0\.02 %$/);
  });

  test("without answers there is none; a tool that only measures service time shows that", () => {
    assert.deepEqual(distributionLines({ series: [] }, 80), []);
    assert.deepEqual(distributionLines({ series: [{ ...run, response: null }] }, 80), []);
    assert.equal(distributionLines({ series: [{ ...run, response: null, service: sliceOf(5) }] }, 80).length, 1);
  });
});
