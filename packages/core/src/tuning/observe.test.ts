import assert from "node:assert/strict";
import { test } from "node:test";
import { CALM } from "./guards/latency.ts";
import type { Watch } from "./guards/witness.ts";
import { frozenReason, lookAtEffect, lookAtHealth, lookAtSubsystems, oscillatingPaths } from "./observe.ts";
import { propose } from "./propose.ts";
import type { TuningPlan, TuningState } from "./state.ts";
import { TUNING_START } from "./state.ts";
import { guardsOf, kpiOf, parameterOf, planOf, ruleOf } from "@holdpoint/testkit";

const SPAN = { startedAtMs: 0, nowMs: 60_000 };
const LATENCY = { kpi: "p95", softMs: 330, hardMs: 360 };
const STEADY = { good: 2, frozen: 4 };
const CHANGED: TuningState = { ...TUNING_START, undo: { "pool.size": 4 }, steady: { good: 1, left: 0 } };

function health(plan: TuningPlan, values: Readonly<Record<string, number | null>>, state = CHANGED): TuningState {
  return lookAtHealth(plan, state, values, SPAN).state;
}

test("good is every KPI within its strict bound, and is what will be gone back to", () => {
  const guards = guardsOf({ latency: LATENCY, steady: STEADY });
  const kpis = [kpiOf(), kpiOf({ id: "share", strict: { operator: ">=", value: 0.83 } })];
  const plan = planOf({ guards, kpis });
  const good = health(plan, { p95: 300, share: 0.83 });
  assert.deepEqual([good.undo, good.steady], [{}, { good: 2, left: 4 }]);
  for (const values of [{ p95: 301, share: 0.9 }, { p95: 200, share: 0.82 }, { p95: 200, share: null }, { p95: 200 }]) {
    const bad = health(plan, values);
    assert.deepEqual([bad.undo, bad.steady], [{ "pool.size": 4 }, { good: 0, left: 0 }], JSON.stringify(values));
  }
});

test("within the bounds and softly too slow is not good", () => {
  const kpis = [kpiOf({ strict: { operator: "<=", value: 1000 } })];
  const plan = planOf({ kpis, guards: guardsOf({ latency: LATENCY, steady: STEADY }) });
  assert.deepEqual(health(plan, { p95: 340 }).undo, { "pool.size": 4 });
  assert.deepEqual(health(plan, { p95: 320 }).undo, {});
});

test("where no KPI is asked for nothing is good", () => {
  const plan = planOf({ kpis: [], guards: guardsOf({ steady: STEADY }) });
  assert.deepEqual(health(plan, { p95: 1 }).steady, { good: 0, left: 0 });
});

test("a hard latency ends a steady freeze", () => {
  const plan = planOf({ guards: guardsOf({ latency: LATENCY, steady: STEADY }) });
  const state = { ...CHANGED, steady: { good: 2, left: 3 } };
  assert.equal(health(plan, { p95: 340 }, state).steady.left, 2);
  assert.equal(health(plan, { p95: 400 }, state).steady.left, 0);
});

const WATCH: Watch = { rule: "slow", parameter: "pool.size", kpi: "p95", expected: "fall", was: 400, until: 4 };

test("an effect is looked at in every iteration, and counted in the last one that it may take", () => {
  const state = { ...TUNING_START, watch: WATCH };
  const early = lookAtEffect(state, { p95: 400 }, { iteration: 3, isQuiet: true });
  assert.deepEqual([early.witness?.seen, early.state], ["none", state]);
  const late = lookAtEffect(state, { p95: 400 }, { iteration: 4, isQuiet: true });
  assert.deepEqual([late.state.watch, late.state.strikes], [null, { slow: { none: 1, opposite: 0 } }]);
});

test("only what moves while nothing was changed and nothing is waited for is noise", () => {
  const state = { ...TUNING_START, values: { p95: 400, other: null } };
  const values = { p95: 390, other: 1 };
  assert.deepEqual(lookAtEffect(state, values, { iteration: 2, isQuiet: true }).state.quiet, { p95: [10] });
  assert.deepEqual(lookAtEffect(state, values, { iteration: 2, isQuiet: false }).state.quiet, {});
  const waiting = { ...state, watch: WATCH };
  assert.deepEqual(lookAtEffect(waiting, values, { iteration: 2, isQuiet: true }).state.quiet, {});
});

const EDGE = parameterOf({ path: "edge.spread", subsystem: "edge" });

test("what went to and fro is told, and what would if it were done", () => {
  const plan = planOf({
    parameters: [parameterOf(), EDGE],
    guards: guardsOf({ oscillation: { window: 8, signChanges: 1 } }),
  });
  const changes = {
    "pool.size": [{ iteration: 1, atMs: 0, delta: -1 }],
    "edge.spread": [
      { iteration: 1, atMs: 0, delta: 1 },
      { iteration: 2, atMs: 0, delta: -1 },
    ],
  };
  const state = { ...TUNING_START, changes };
  assert.deepEqual([...oscillatingPaths(plan, state, [], 3)], ["edge.spread"]);
  const proposals = propose(planOf({ rules: [ruleOf()] }), { p95: 400 }, { "pool.size": 4 });
  assert.deepEqual([...oscillatingPaths(plan, state, proposals, 3)].toSorted(), ["edge.spread", "pool.size"]);
});

test("ancestors' row 13: no cause freezes edge, not even steadiness", () => {
  const plan = planOf({ parameters: [parameterOf(), EDGE], guards: guardsOf({ latency: LATENCY, steady: STEADY }) });
  const hard = { state: CALM, level: "hard", isHard: true, isBlind: false } as const;
  const oscillating = new Set(["edge.spread", "pool.size"]);
  const frozen = { ...lookAtSubsystems(plan, TUNING_START, SPAN, { latency: hard, oscillating }), atMs: 60_000 };
  assert.match(frozenReason(plan, frozen, "rebid") ?? "", /hard limit of 360 ms/);
  assert.equal(frozenReason(plan, frozen, "edge"), null);
  const steady = { ...TUNING_START, steady: { good: 2, left: 3 } };
  assert.match(frozenReason(plan, steady, "rescue_taker") ?? "", /steady: .* 3 iterations/);
  assert.equal(frozenReason(plan, steady, "edge"), null);
  assert.equal(frozenReason(plan, steady, "undeclared"), null);
});
