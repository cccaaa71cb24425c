import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf } from "../../digest/testing-digest.ts";
import { loadTrends } from "./load-trends.ts";
import { loadFigures, loadRun, steppedRuns } from "./testing-trend.ts";
import { P99, trendMetric } from "./trend-metrics.ts";

test("a level that changed is found with the run that changed it, in the metric's own sense", () => {
  const runs = steppedRuns(10);
  const { trends, incomparable } = loadTrends(runs, P99);
  assert.deepEqual([trends.length, incomparable, trends[0]?.points.length], [1, 0, 20]);
  const [change, ...others] = trends[0]?.changes ?? [];
  assert.equal(others.length, 0);
  assert.deepEqual([change?.seq, change?.run, change?.to], [11, "run-11", "worse"]);
  assert.ok(Math.abs((change?.was ?? 0) - 20) < 0.3 && Math.abs((change?.is ?? 0) - 30) < 0.3);
  assert.ok(Math.abs((change?.percent ?? 0) - 50) < 2 && (change?.p ?? 1) < 0.001);
  const rates = runs.map(({ figures, ...run }, at) => {
    return { ...run, figures: { ...figures, figures: loadFigures(loadRun(20, { achieved: at < 10 ? 400 : 500 })) } };
  });
  assert.equal(loadTrends(rates, trendMetric("achieved")).trends[0]?.changes[0]?.to, "better");
  assert.deepEqual(loadTrends(rates, P99).trends[0]?.changes, []);
});

test("the order in which runs come makes no difference", () => {
  const runs = steppedRuns(6);
  assert.deepEqual(loadTrends(runs.toReversed(), P99), loadTrends(runs, P99));
});

test("another plan, machine or tool is another series, and the change between them is none", () => {
  const others = [
    { planSha256: "c".repeat(64) },
    { testbedSha256: "d".repeat(64) },
    { tool: "k6" },
    { id: "search" },
  ] as const;
  for (const patch of others) {
    const runs = steppedRuns(8).map((run, at) => {
      if (at < 8) return run;
      const figures = loadFigures(loadRun(30 + (at % 3) / 10, patch));
      return { ...run, figures: { ...run.figures, figures } };
    });
    const { trends } = loadTrends(runs, P99);
    assert.deepEqual(
      trends.map(({ points, changes }) => [points.length, changes.length]),
      [
        [8, 0],
        [8, 0],
      ],
      JSON.stringify(patch),
    );
    if (!("id" in patch)) assert.equal(trends[0]?.points[0]?.seq, 9, "what was measured last comes first");
  }
});

test("runs without plan or machine are in no series, not even with one another", () => {
  const runs = [1, 2, 3].map((seq) =>
    runOf(seq, seq, { figures: loadFigures(loadRun(20, seq < 3 ? { planSha256: null } : { testbedSha256: null })) }),
  );
  assert.deepEqual(loadTrends(runs, P99), { trends: [], incomparable: 3 });
});

test("an invalid run is a point without a value, and no level", () => {
  const runs = steppedRuns(8).toSpliced(4, 1, runOf(5, 1, { verdict: "HOLD", figures: loadFigures(loadRun(null)) }));
  const [trend] = loadTrends(runs, P99).trends;
  assert.deepEqual([trend?.points[4]?.value, trend?.points[4]?.verdict, trend?.points.length], [null, "HOLD", 16]);
  assert.deepEqual(
    trend?.changes.map(({ seq }) => seq),
    [9],
  );
});

test("one load is asked for, and figures of another form are none", () => {
  const both = loadFigures(loadRun(1, { id: "a" }), loadRun(2, { id: "b" }));
  const runs = [
    runOf(1, 1, { figures: both }),
    runOf(2, 2),
    runOf(3, 3, { figures: { performance: { unreadable: "x" } } }),
  ];
  assert.deepEqual(
    loadTrends(runs, P99).trends.map(({ load }) => load),
    ["a", "b"],
  );
  assert.deepEqual(
    loadTrends(runs, P99, "b").trends.map(({ load, points }) => [load, points[0]?.value]),
    [["b", 2]],
  );
  assert.deepEqual(loadTrends(runs, P99, "c"), { trends: [], incomparable: 0 });
});

test("little tells no change, and from 0 there are no percent", () => {
  const few = [20, 30].map((p99, at) => runOf(at, at, { figures: loadFigures(loadRun(p99)) }));
  assert.deepEqual(loadTrends(few, P99).trends[0]?.changes, []);
  const failing = Array.from({ length: 12 }, (_, at) =>
    runOf(at, at / 4, { figures: loadFigures(loadRun(20, { failedShare: at < 6 ? 0 : 0.5 + at / 1000 })) }),
  );
  const [change] = loadTrends(failing, trendMetric("failed")).trends[0]?.changes ?? [];
  assert.deepEqual([change?.was, change?.percent, change?.to], [0, null, "worse"]);
});
