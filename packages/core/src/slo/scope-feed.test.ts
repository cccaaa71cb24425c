import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadSecond } from "../load/second.ts";
import { EVERYTHING, OK, second } from "./fixtures.test.ts";
import type { Scope } from "./objective.ts";
import { ScopeFeed } from "./scope-feed.ts";

const RAMP = { name: "ramp", startMs: 0, durationMs: 2000 };
const STEADY = { name: "steady", startMs: 2000, durationMs: 2000 };
const LATE = { name: "late", startMs: 4000, durationMs: 2500 };

function feed(scope: Partial<Scope>): ScopeFeed {
  const run = { phases: [RAMP, STEADY, LATE], durationMs: 6500 };
  return new ScopeFeed({ ...OK, scope: { ...EVERYTHING, ...scope } }, run);
}

/** Completed of every second that the feed hands over while the run goes on, and of its last one. */
function taken(of: ScopeFeed, seconds: readonly LoadSecond[][]): readonly (number | null)[] {
  const during = seconds.map((all, at) => of.take(at, all)?.completed ?? null);
  return [...during, of.finish()?.completed ?? null];
}

test("the whole run is every second, the last with what came in late", () => {
  const seconds = Array.from({ length: 9 }, (_, at) => [second(at, { 5: at + 1 })]);
  assert.deepEqual(taken(feed({}), seconds), [1, 2, 3, 4, 5, 6, null, null, null, 7 + 8 + 9]);
});

test("a phase has a series of its own, late answers and all", () => {
  const series = { of: "phase", name: "steady" } as const;
  const seconds = Array.from({ length: 7 }, (_, at) => [second(at, at < 2 ? {} : { 5: at }, { series })]);
  assert.deepEqual(taken(feed({ phase: "steady" }), seconds), [null, null, 2, null, null, null, null, 3 + 4 + 5 + 6]);
});

test("an endpoint within a phase goes on until all that fell due in the phase has ended", () => {
  const series = { of: "endpoint", name: "e" } as const;
  const at = (index: number, completed: number, due: number): LoadSecond[] => [
    second(index, { 5: completed }, { series, due }),
  ];
  const seconds = [at(0, 10, 10), at(1, 10, 10), at(2, 4, 10), at(3, 6, 10), at(4, 8, 5), at(5, 5, 5), at(6, 2, 5)];
  const own = feed({ phase: "steady", endpoint: "e" });
  assert.deepEqual(taken(own, seconds), [null, null, 4, null, null, null, null, 6 + 8 + 5]);
  const punctual = seconds.map((_, index) => at(index, 10, 10));
  const cut = taken(feed({ phase: "steady", endpoint: "e" }), punctual);
  assert.deepEqual(cut, [null, null, 10, null, null, null, null, 10]);
});

test("a series that is not there has no requests, and is known not to have been there", () => {
  const own = feed({ tag: "slow" });
  assert.deepEqual(taken(own, [[second(0, { 5: 1 })]]), [0, null]);
  assert.equal(own.wasSeen, false);
  const other = feed({});
  other.take(0, [second(0, {})]);
  assert.equal(other.wasSeen, true);
});
