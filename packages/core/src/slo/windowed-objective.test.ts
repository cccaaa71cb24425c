import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LogHistogram } from "../histogram/log-histogram.ts";
import { OK, P99, RATE, times } from "./fixtures.test.ts";
import { judgeSample } from "./judge-sample.ts";
import type { Objective } from "./objective.ts";
import type { SloSecond } from "./sample.ts";
import { NO_SECOND } from "./sample.ts";
import { WindowedObjective } from "./windowed-objective.ts";

/** Few samples are wanted, so that every outcome is there. */
const MEDIAN = { ...P99, quantile: 0.5, minSamples: 1 };
const HALF = { ...OK, ratio: 0.5, minSamples: 1 };
const SLOW_RATE = { ...RATE, minPerS: 10 };

function secondOf(ok: number, late: number, failed: number): SloSecond {
  return { completed: ok + late, failed, dropped: 0, over: late, times: times({ 20: ok, 400: late }) };
}

function judgedWhole(objective: Objective, seconds: readonly SloSecond[]): ReturnType<typeof judgeSample> {
  const whole = new LogHistogram();
  for (const { times: own } of seconds) if (own !== null) whole.add(own);
  const sum = (name: "completed" | "failed" | "dropped" | "over"): number =>
    seconds.reduce((total, one) => total + one[name], 0);
  return judgeSample(objective, {
    completed: sum("completed"),
    failed: sum("failed"),
    dropped: sum("dropped"),
    over: sum("over"),
    times: objective.kind === "percentile" ? whole : new LogHistogram(),
    elapsedMs: seconds.length * 1000,
  });
}

test("every window is judged as its seconds are together", () => {
  const count = fc.nat(30);
  const good = fc.integer({ min: 10, max: 30 }).map((ok) => secondOf(ok, 0, 0));
  const bad = fc.tuple(fc.integer({ min: 20, max: 30 }), count).map(([late, failed]) => secondOf(0, late, failed));
  const idle = fc.nat(9).map((ok) => secondOf(ok, 0, 5));
  const any = fc.tuple(count, count, count).map((counts) => secondOf(...counts));
  const second = fc.oneof(good, any);
  const seconds = fc.oneof(
    fc.array(good, { minLength: 8, maxLength: 20 }),
    fc.array(bad, { minLength: 8, maxLength: 20 }),
    fc.array(idle, { minLength: 8, maxLength: 20 }),
    fc.array(second, { minLength: 1, maxLength: 20 }),
  );
  const size = fc.integer({ min: 1, max: 6 });
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(MEDIAN, HALF, SLOW_RATE), seconds, size, size, (objective, all, sizeS, stepS) => {
      const windowed = new WindowedObjective(objective, { sizeMs: sizeS * 1000, stepMs: stepS * 1000 });
      for (const [at, second] of all.entries()) {
        const judged = windowed.push(second);
        const isDue = at + 1 >= sizeS && (at + 1 - sizeS) % stepS === 0;
        const expected = isDue ? judgedWhole(objective, all.slice(at + 1 - sizeS, at + 1)) : null;
        assert.deepEqual(judged, expected);
        if (judged !== null) seen.add(`${objective.kind} ${judged.outcome}`);
      }
    }),
    { numRuns: 300 },
  );
  for (const kind of ["percentile", "events", "throughput"])
    for (const outcome of ["pass", "fail"]) assert.ok(seen.has(`${kind} ${outcome}`), `${kind} ${outcome} was tried`);
});

test("no window is judged before it is whole, however bad it begins", () => {
  const windowed = new WindowedObjective(HALF, { sizeMs: 3000, stepMs: 1000 });
  const outcomes = [0, 1, 2].map(() => windowed.push(secondOf(0, 0, 50))?.outcome ?? null);
  assert.deepEqual(outcomes, [null, null, "fail"]);
});

test("a miss leaves with the second that it was in", () => {
  const windowed = new WindowedObjective(HALF, { sizeMs: 2000, stepMs: 1000 });
  const push = (failed: number): string | undefined => windowed.push(secondOf(40, 0, failed))?.outcome;
  assert.deepEqual([0, 90, 0, 0].map(push), [undefined, "fail", "fail", "pass"]);
});

test("what no step ends with is the rest, as a window of full length", () => {
  const windowed = new WindowedObjective(HALF, { sizeMs: 2000, stepMs: 2000 });
  assert.equal(windowed.push(secondOf(40, 0, 0)), null);
  assert.equal(windowed.rest(), null, "shorter than a window");
  assert.equal(windowed.push(secondOf(40, 0, 0))?.outcome, "pass");
  assert.equal(windowed.rest(), null, "judged already");
  assert.equal(windowed.push(secondOf(0, 0, 90)), null);
  assert.deepEqual([windowed.rest()?.outcome, windowed.rest()?.samples], ["fail", 130]);
});

test("windows of nothing are undecided, not kept from before", () => {
  const windowed = new WindowedObjective(MEDIAN, { sizeMs: 1000, stepMs: 1000 });
  assert.equal(windowed.push(secondOf(50, 0, 0))?.outcome, "pass");
  const nothing = windowed.push(NO_SECOND);
  assert.deepEqual([nothing?.outcome, nothing?.samples, nothing?.observed], ["inconclusive", 0, null]);
});
