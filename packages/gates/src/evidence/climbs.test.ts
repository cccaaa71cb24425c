import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, JsonObject, LoadBody } from "@holdpoint/core";
import fc from "fast-check";
import { climb, CLIMB_LIMITS } from "../scenes/climb.ts";
import { latencySummary, load, loadTerms, loadWindow } from "../scenes/load.ts";
import type { Point } from "./climbs.ts";
import { beforeBroken, brokenAt, climbsOf, heldPerS, isMet, limitsParam } from "./climbs.ts";

const LIMITS = limitsParam({ limits: CLIMB_LIMITS });

const input = (...runs: readonly LoadBody[]): CheckInput =>
  ({ of: () => runs.map((body) => ({ evidence: { body } })) }) as unknown as CheckInput;

/** A second at a rate: all answered within 100 ms, or what is said otherwise. */
function point(offered: number, changes: Partial<Point> = {}): Point {
  const latency = latencySummary(100);
  const rest = { bad: 0, failed: 0, latency, service: latency, queued: 0, lagMax: 1 };
  return { atMs: 0, sizeMs: 1000, offered, completed: offered, ...rest, ...changes };
}

const bad = (offered: number): Point => point(offered, { latency: null });

test("a point is met exactly at every limit, and not just beside it", () => {
  assert.equal(isMet(point(100), { ...LIMITS, maxMs: 100 }), true);
  assert.equal(isMet(point(100), { ...LIMITS, maxMs: 99 }), false);
  assert.equal(isMet(point(100, { bad: 0.01 }), LIMITS), true);
  assert.equal(isMet(point(100, { bad: 0.0101 }), LIMITS), false);
  assert.equal(isMet(point(100, { completed: 95 }), LIMITS), true);
  assert.equal(isMet(point(100, { completed: 94.9 }), LIMITS), false);
  assert.equal(isMet(bad(100), LIMITS), false, "no answer is no fast answer");
});

test("a target gives way at the first of two bad points on end, or at a bad last one", () => {
  const at = (...points: readonly Point[]): number | null => brokenAt(points, LIMITS);
  assert.equal(at(), null);
  assert.equal(at(point(1), bad(2), point(3)), null);
  assert.equal(at(point(1), bad(2), bad(3), point(4)), 1);
  assert.equal(at(point(1), point(2), bad(3)), 2);
  assert.equal(at(bad(1), point(2), bad(3), bad(4)), 2);
  assert.equal(beforeBroken([point(1), bad(2), bad(3), point(9)], LIMITS).length, 1);
});

test("a rate is held when it, or a higher one, was held for so long in all", () => {
  const held = (holdS: number, ...points: readonly Point[]): number => heldPerS(points, { ...LIMITS, holdS });
  assert.equal(held(2, point(100), point(200), point(300)), 200);
  assert.equal(held(3, point(100), point(200), point(300)), 100);
  assert.equal(held(4, point(100), point(200), point(300)), 0, "nothing was held for so long");
  assert.equal(held(1, point(100), bad(200), bad(300), point(900)), 100, "what comes after the break does not count");
  assert.equal(held(1, point(100.9)), 100, "rounded down");
});

test("worse answers, fewer points and a longer hold never hold more", () => {
  const points = fc.array(
    fc
      .record({ offered: fc.integer({ min: 1, max: 900 }), isBad: fc.boolean() })
      .map(({ offered, isBad }) => (isBad ? bad(offered) : point(offered))),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(points, fc.nat(14), fc.integer({ min: 1, max: 5 }), (all, where, holdS) => {
      const limits = { ...LIMITS, holdS };
      const held = heldPerS(all, limits);
      const harmed = all.map((one, at) => (at === where ? bad(one.offered) : one));
      assert.ok(heldPerS(harmed, limits) <= held);
      assert.ok(heldPerS(all.slice(0, where), limits) <= held);
      assert.ok(heldPerS(all, { ...limits, holdS: holdS + 1 }) <= held);
      assert.ok(held <= Math.max(0, ...all.map(({ offered }) => offered)));
    }),
  );
});

test("what waits at the end of a window arrived in it, and not again in the next", () => {
  const windows = [
    loadWindow(0, { completed: 100, queued: 50 }),
    loadWindow(1, { completed: 100, queued: 0 }),
    loadWindow(2, { completed: 0, queued: 0 }),
    loadWindow(3, { completed: 0, sent: 0, dropped: 10 }),
  ];
  const [only] = climbsOf(input(climb({ windows, durationMs: 4000 })));
  assert.deepEqual(
    only?.points.map(({ offered }) => offered),
    [150, 50, 10],
    "a second without an arrival is no point",
  );
  assert.equal(only?.points[2]?.bad, 1, "what was dropped is bad");
});

test("the drain after the last arrival is no part of the climb", () => {
  const windows = [loadWindow(0), loadWindow(1, { completed: 3 })];
  assert.equal(climbsOf(input(climb({ windows, durationMs: 1000 })))[0]?.points.length, 1);
  assert.equal(climbsOf(input(climb({ windows, durationMs: 1001 })))[0]?.points.length, 2);
});

test("runs of one rate each are one climb by rising rate, whatever their order; others stand alone", () => {
  const rungs = [300, 100, 200].map((target) => load({ id: `capacity-${target}`, target, achieved: target }));
  const climbs = climbsOf(input(...rungs, climb(), load()));
  assert.deepEqual(
    climbs.map(({ name, points }) => [name, points.length]),
    [
      ["capacity", climb().windows.length],
      ["of several runs", 3],
    ],
  );
  assert.deepEqual(
    climbs[1]?.points.map(({ offered }) => offered),
    [100, 200, 300],
  );
});

test("a rung is held against what was asked for, not against what went out", () => {
  const slow = load({ id: "capacity-900", target: 900, achieved: 500 });
  const [only] = climbsOf(input(slow));
  assert.deepEqual([only?.points[0]?.offered, only?.points[0]?.completed], [900, 500]);
  assert.equal(heldPerS(only?.points ?? [], LIMITS), 0);
  const untold = load({ id: "capacity-x", target: null, achieved: null, durationMs: 0, terms: loadTerms() });
  assert.deepEqual([climbsOf(input(untold))[0]?.points[0]?.offered, climbsOf(input())], [0, []]);
});

test("limits that are none are refused by name, each of them", () => {
  const good = CLIMB_LIMITS as JsonObject;
  const wrong = [null, [], "p95", { ...good, percentile: "p97" }, { ...good, maxMs: -1 }, { ...good, maxMs: 1.5 }];
  const more = [{ ...good, maxBadPercent: 101 }, { ...good, holdS: null }, {}];
  for (const limits of [...wrong, ...more])
    assert.throws(() => limitsParam({ limits }), { code: "HP-CONFIG-VALUE" }, JSON.stringify(limits));
  assert.throws(() => limitsParam({}), { code: "HP-CONFIG-VALUE", message: /limits.*but is nothing/ });
});
