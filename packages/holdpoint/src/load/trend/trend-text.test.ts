import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf } from "../../digest/testing-digest.ts";
import { painter } from "../../reporters/text/paint.ts";
import { changeText, endsText } from "./change-text.ts";
import type { TrendChange } from "./load-trends.ts";
import { loadTrends } from "./load-trends.ts";
import { loadFigures, loadRun, steppedRuns } from "./testing-trend.ts";
import { P99, trendMetric } from "./trend-metrics.ts";
import { trendText } from "./trend-text.ts";

const terms = { metric: P99, paint: painter(false), columns: 80, notes: [] };

test("a history is a line, its ends, its changes and its latest runs, newest first", () => {
  const text = trendText(loadTrends(steppedRuns(12), P99), { ...terms, notes: ["A note."] });
  for (const line of [
    "response.p99 of load runs, lower is better.",
    "A note.",
    "load checkout, 24 runs",
    "  2 cores (bbbbbbbb), plan aaaaaaaa, by holdpoint",
    "  from 20.0 ms to 30.2 ms, +51 %",
    "  2026-01-10 18:00:00Z  aaaaaaaaaaaa  PROMOTE  30.2 ms",
    "  and 4 earlier runs, see --json",
  ])
    assert.ok(text.split("\n").includes(line), `${line}\n\n${text}`);
  assert.match(
    text,
    /^ {2}worse since 2026-01-08 \(record 13, commit a{12}\): 20\.0 ms before, 30\.0 ms since, \+50 %/m,
  );
  assert.match(text, /^ {2}[▁▂▃▄▅▆▇█]{24}$/m);
});

test("what is not compared, invalid or unchanged is said", () => {
  const runs = [
    runOf(1, 1, { figures: loadFigures(loadRun(20), loadRun(3, { id: "other", planSha256: null })) }),
    runOf(2, 2, { figures: loadFigures(loadRun(null)) }),
  ];
  const text = trendText(loadTrends(runs, P99), terms);
  assert.match(text, /^1 load run in no series below: the plan or the machine is not said\.$/m);
  assert.match(text, /^ {2}1 run without a value: invalid, or not measured$/m);
  assert.match(text, /^ {2}too few runs to see a change of level: 1, at least 4 are needed$/m);
  assert.match(text, /^ {2}█·$/m);
  const level = [20, 20.1, 19.9, 20].map((p99, at) => runOf(at + 1, at, { figures: loadFigures(loadRun(p99)) }));
  assert.match(trendText(loadTrends(level, P99), terms), /^ {2}no change of level is seen$/m);
});

test("no name reaches the terminal as it is", () => {
  const runs = [runOf(1, 1, { figures: loadFigures(loadRun(20, { id: "a\u001b[2J", testbed: "b\u202e" })) })];
  const text = trendText(loadTrends(runs, P99), terms);
  assert.doesNotMatch(text, /[\u001b\u202e]/);
});

const CHANGE: TrendChange = {
  seq: 7,
  run: "r",
  judgedAt: "2026-01-05T10:00:00Z",
  commit: "0123456789abcdef",
  was: 400,
  is: 500,
  percent: 25,
  p: 0.000_000_1,
  to: "better",
};

test("a change says since when, how much and how sure", () => {
  const text = changeText(CHANGE, trendMetric("achieved"));
  const start = "better since 2026-01-05 (record 7, commit 0123456789ab): ";
  assert.equal(text, `${start}400/s before, 500/s since, +25 % (p < 0.0001)`);
  const fromNothing = { ...CHANGE, was: 0, is: 1.5, percent: null, p: 0.000_51, to: "worse" } as const;
  assert.match(changeText(fromNothing, trendMetric("failed")), /: 0 % before, 1\.5 % since \(p = 0\.00051\)$/);
});

test("the ends are those that were measured", () => {
  const values = [null, 20, 99, 15, null];
  const points = values.map((value) => ({ ...CHANGE, verdict: "PROMOTE", value }));
  const [trend] = loadTrends(steppedRuns(1), P99).trends;
  assert.ok(trend);
  assert.deepEqual(endsText({ ...trend, points }, P99), ["20.0 ms", "15.0 ms", "-25 %"]);
  assert.deepEqual(endsText({ ...trend, points: [] }, P99), ["-", "-", ""]);
});
