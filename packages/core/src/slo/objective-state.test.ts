import assert from "node:assert/strict";
import { test } from "node:test";
import { OK, P99, RATE, second } from "./fixtures.test.ts";
import type { Objective } from "./objective.ts";
import { ObjectiveState } from "./objective-state.ts";

const run = (objective: Objective, durationMs: number, abortWindowMs: number | null = null): ObjectiveState =>
  new ObjectiveState(objective, { phases: [], durationMs }, abortWindowMs);

test("the last second is held back until the run is over", () => {
  const state = run(OK, 3000);
  for (let at = 0; at < 3; at += 1) state.take(at, [second(at, { 5: 1000 })]);
  assert.equal(state.judge().samples, 2000);
  state.take(3, [second(3, { 5: 7 })]);
  assert.equal(state.judge().samples, 2000);
  state.finish();
  assert.equal(state.judge().samples, 3007);
  state.finish();
  assert.equal(state.judge().samples, 3007, "nothing is counted twice");
});

test("a rate is of the seconds between the first and the last", () => {
  const state = run(RATE, 5000);
  for (const [at, count] of [1, 500, 500, 500, 1].entries()) state.take(at, [second(at, { 5: count })]);
  state.finish();
  assert.deepEqual([state.judge().observed, state.judge().samples], [500, 1500]);
  const short = run(RATE, 2000);
  for (let at = 0; at < 2; at += 1) short.take(at, [second(at, { 5: 900 })]);
  short.finish();
  assert.equal(short.judge().outcome, "inconclusive");
});

test("seconds behind the last step are judged too, once", () => {
  const window = { sizeMs: 3000, stepMs: 3000, violationsMax: 0 };
  const state = run({ ...OK, window }, 5000);
  const failed = [0, 0, 0, 0, 900];
  for (const [at, count] of failed.entries()) state.take(at, [second(at, { 5: 900 }, { failures: { 5: count } })]);
  state.finish();
  state.finish();
  assert.deepEqual(state.windows, { judged: 2, missed: 1, inconclusive: 0 });
  const whole = run({ ...OK, window }, 6000);
  for (let at = 0; at < 6; at += 1) whole.take(at, [second(at, { 5: 900 })]);
  whole.finish();
  assert.deepEqual(whole.windows, { judged: 2, missed: 0, inconclusive: 0 });
});

test("a budget is told while the run goes on, with the alerts that it has", () => {
  const burn = [{ longMs: 2000, shortMs: 1000, factor: 5 }];
  const state = run({ ...OK, burn }, 60_000);
  for (let at = 0; at < 4; at += 1) state.take(at, [second(at, { 5: 900 }, { failures: { 5: at === 2 ? 100 : 0 } })]);
  const budget = state.budget();
  assert.deepEqual([budget?.allowed, budget?.spent], [37, 100]);
  assert.equal(budget?.alerts[0]?.fired, 1);
  assert.equal(run(P99, 60_000).budget(), null);
});

test("seconds of a miss are counted on end, and only where the abort asks", () => {
  const watched = run(OK, 60_000, 1000);
  const counts = [0, 500, 500, 0, 500].map((failed, at) => {
    watched.take(at, [second(at, { 5: 500 }, { failures: { 5: failed } })]);
    return watched.missedForS;
  });
  assert.deepEqual(counts, [0, 1, 2, 0, 1]);
  const unwatched = run(OK, 60_000);
  unwatched.take(0, [second(0, {}, { failures: { 5: 5000 } })]);
  assert.equal(unwatched.missedForS, 0);
});

test("what an objective keeps does not grow with the run", () => {
  const window = { sizeMs: 10_000, stepMs: 1000, violationsMax: 0 };
  const state = run({ ...P99, window }, 24 * 3_600_000);
  const one = second(0, { 5: 5, 20: 5, 900: 1 });
  const heap = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  for (let at = 0; at < 2000; at += 1) state.take(at, [{ ...one, second: at }]);
  const before = heap();
  for (let at = 2000; at < 40_000; at += 1) state.take(at, [{ ...one, second: at }]);
  const grownMb = (heap() - before) / 1e6;
  // 38,000 seconds that were kept would take some 10 MB as counts alone, and far more with their times.
  assert.ok(globalThis.gc === undefined || grownMb < 4, `${grownMb} MB`);
  assert.equal(state.windows?.judged, 0);
  assert.equal(state.windows?.inconclusive, 39_991);
});
