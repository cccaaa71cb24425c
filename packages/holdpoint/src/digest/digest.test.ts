import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOfRuns } from "./digest.ts";
import { componentOf, coverageOf, runOf, TERMS } from "./testing-digest.ts";

test("runs of the period are counted, others are not, and order makes no difference", () => {
  const runs = [
    runOf(3, 3, { verdict: "HOLD" }),
    runOf(1, 0),
    runOf(5, 4, { partial: true, verdict: "HOLD" }),
    runOf(9, 7),
    runOf(0, -1),
  ];
  const digest = digestOfRuns(runs, { ...TERMS, unreadable: 2 });
  assert.deepEqual(digest.runs, {
    whole: 2,
    promoted: 1,
    held: 1,
    partial: 1,
    totalMs: 12_000,
    medianMs: 2_000,
    slowestMs: 4_000,
    unreadable: 2,
  });
  assert.deepEqual(digest.entries, { first: 1, last: 5 });
  assert.equal(JSON.stringify(digestOfRuns(runs.toReversed(), { ...TERMS, unreadable: 2 })), JSON.stringify(digest));
});

test("a period without a run has no figures at all", () => {
  const digest = digestOfRuns([], TERMS);
  assert.deepEqual([digest.entries, digest.whole, digest.components, digest.mapping], [null, null, [], null]);
  assert.deepEqual([digest.runs.medianMs, digest.runs.slowestMs], [null, null]);
});

test("coverage goes from the first to the last run that measured it", () => {
  const runs = [
    runOf(1, 0, { figures: coverageOf({ covered: 90, total: 100 }, [componentOf("api", { covered: 5, total: 10 })]) }),
    runOf(2, 1),
    runOf(3, 2, {
      figures: coverageOf({ covered: 97, total: 110 }, [
        componentOf("api", { covered: 10, total: 10 }, { critical: true, tags: ["security"] }),
        componentOf("new", { covered: 0, total: 7 }),
      ]),
    }),
  ];
  const { whole, components } = digestOfRuns(runs, TERMS);
  assert.deepEqual(whole?.metrics, [
    {
      metric: "lines",
      first: { covered: 90, total: 100 },
      last: { covered: 97, total: 110 },
      points: "-1.81",
      uncovered: 3,
      band: "70-89",
    },
  ]);
  const [api, added] = components;
  assert.deepEqual([api?.id, api?.critical, api?.tags], ["api", true, ["security"]]);
  assert.deepEqual([api?.metrics[0]?.points, api?.metrics[0]?.uncovered, api?.metrics[0]?.band], ["+50.00", -5, "100"]);
  assert.deepEqual(
    [added?.metrics[0]?.first, added?.metrics[0]?.points, added?.metrics[0]?.band],
    [{ covered: 0, total: 7 }, "+0.00", "0"],
    "what is new is compared with its own first appearance",
  );
});

test("the mapping of modules to tests is told with what has no test", () => {
  const mapping = (tested: number): { "test-mapping": object } => ({
    "test-mapping": { modules: 10, tested, untested: ["src/a.ts"] },
  });
  const runs = [runOf(1, 0, { figures: mapping(8) as never }), runOf(2, 1, { figures: mapping(9) as never })];
  assert.deepEqual(digestOfRuns(runs, TERMS).mapping, {
    first: { covered: 8, total: 10 },
    last: { covered: 9, total: 10 },
    untested: ["src/a.ts"],
  });
});

test("the latest runs are listed newest first, and the trend has every run that measured, both bounded", () => {
  const runs = Array.from({ length: 90 }, (_, index) =>
    runOf(index, index / 20, index % 2 === 0 ? { figures: coverageOf({ covered: index, total: 100 }) } : {}),
  );
  const { latest, trend } = digestOfRuns(runs, TERMS);
  assert.equal(latest.length, 20);
  assert.deepEqual([latest[0]?.seq, latest[0]?.lines, latest[1]?.lines], [89, null, { covered: 88, total: 100 }]);
  assert.equal(trend.length, 40);
  assert.deepEqual([trend[0]?.covered, trend.at(-1)?.covered], [10, 88]);
});

test("figures of another form are no figures", () => {
  const odd = { coverage: { unreadable: "x" }, tests: { suites: 3 }, exceptions: {}, "test-mapping": { modules: "9" } };
  const digest = digestOfRuns([runOf(1, 0, { figures: odd })], TERMS);
  assert.deepEqual([digest.whole, digest.flaky, digest.exceptions, digest.mapping], [null, [], [], null]);
});
