import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadBody, LoadSeries } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import { figureOf, measuredFigure, seriesOf } from "./load-figure.ts";

function histogramOf(...timesUs: readonly number[]): LogHistogram {
  const histogram = new LogHistogram();
  for (const us of timesUs) histogram.record(us);
  return histogram;
}

function series(of: LoadSeries["of"], name: string, ...timesUs: readonly number[]): LoadSeries {
  const slice = histogramOf(...timesUs).toSlice();
  return { of, name, completed: timesUs.length, failed: 0, response: slice, service: null, summary: null };
}

function bodyOf(...all: readonly LoadSeries[]): LoadBody {
  return { sent: 9, series: all } as Partial<LoadBody> as LoadBody;
}

describe("figures of a load", () => {
  test("the rate is of the measured time only, latencies are milliseconds", () => {
    const slice = histogramOf(1000, 2000, 3000).toSlice();
    const { p50Ms, p99Ms, ...rest } = figureOf(slice, 1500, 9);
    assert.deepEqual(rest, { done: 3, all: 9, perSecond: 2, maxMs: 3 });
    assert.ok(p50Ms >= 2 && p50Ms < 2.02, `p50 ${p50Ms}`);
    assert.equal(p99Ms, 3);
  });

  test("a rate of nothing is no figure", () => {
    assert.throws(() => figureOf(null, 1000, 5), /nothing was done within 1000 ms/);
  });

  test("of a load the measured phase counts, not its warm-up", () => {
    const body = bodyOf(
      series("run", "", 100, 200, 200),
      series("phase", "warm-up", 100),
      series("phase", "measured", 200, 200),
    );
    assert.deepEqual(measuredFigure(body, 1000), {
      done: 2,
      all: 9,
      perSecond: 2,
      p50Ms: 0.2,
      p99Ms: 0.2,
      maxMs: 0.2,
    });
  });

  test("a series that is not there is told, also where another kind has its name", () => {
    const body = bodyOf(series("endpoint", "measured", 1), series("phase", "warm-up", 1));
    assert.throws(() => measuredFigure(body, 1000), /no phase 'measured'/);
    assert.throws(() => seriesOf(body, "endpoint", "warm-up"), /no endpoint 'warm-up'/);
    assert.equal(seriesOf(body, "endpoint", "measured").completed, 1);
  });
});
