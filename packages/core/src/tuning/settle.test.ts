import assert from "node:assert/strict";
import { test } from "node:test";
import type { LeafReading, ProposedDelta } from "../evidence/soak.ts";
import { REVERT_RULE, settle } from "./settle.ts";
import type { TuningState } from "./state.ts";
import { TUNING_START } from "./state.ts";
import { parameterOf, planOf, ruleOf } from "@holdpoint/testkit";

const PLAN = planOf({ parameters: [parameterOf({ cooldown: 2 }), parameterOf({ path: "pool.idle" })] });
const STATE: TuningState = { ...TUNING_START, atMs: 60_000, values: { p95: 400 } };

function deltaOf(changes: Partial<ProposedDelta> = {}): ProposedDelta {
  return { parameter: "pool.size", subsystem: "rebid", rule: "slow", from: 4, to: 6, skipped: null, ...changes };
}

function settled(
  reading: Partial<LeafReading> | null,
  terms: { readonly state?: TuningState; readonly delta?: Partial<ProposedDelta> } = {},
): TuningState {
  const whole = { path: "pool.size", before: 4, wanted: 6, after: 6, verdict: "applied", ...reading } as const;
  const told = { proposed: [deltaOf(terms.delta)], readings: reading === null ? [] : [whole] };
  return settle(PLAN, terms.state ?? STATE, told, 3);
}

test("a change that was read back is remembered by all who guard", () => {
  const state = settled({});
  assert.deepEqual(state.changes, { "pool.size": [{ iteration: 3, atMs: 60_000, delta: 2 }] });
  assert.deepEqual([state.changedIn, state.undo], [{ "pool.size": 3 }, { "pool.size": 4 }]);
  assert.deepEqual(state.spent["pool.size"], [{ part: 12, sum: 2 }]);
  assert.deepEqual(state.attempts["pool.size"], { from: 4, to: 6, inVain: 0 });
  assert.deepEqual(state.watch, {
    rule: "slow",
    parameter: "pool.size",
    kpi: "p95",
    expected: "fall",
    was: 400,
    until: 6,
  });
});

test("what did not move is an attempt in vain and nothing else", () => {
  const state = settled({ after: 4, verdict: "ignored" });
  assert.deepEqual({ ...state, attempts: {} }, STATE);
  assert.equal(state.attempts["pool.size"]?.inVain, 1);
});

test("what nobody read back counts as done", () => {
  assert.equal(settled(null).changes["pool.size"]?.[0]?.delta, 2);
  assert.equal(settled({ after: null, verdict: "unreadable" }).undo["pool.size"], 4);
});

test("what was skipped, and what drifted by itself, are no changes", () => {
  const told = { reason: "cooldown", text: "rests" } as const;
  assert.deepEqual(settled({}, { delta: { skipped: told } }), STATE);
  const drifted = { path: "pool.idle", before: 2, wanted: 2, after: 9, verdict: "drifted" } as const;
  assert.deepEqual(settle(PLAN, STATE, { proposed: [], readings: [drifted] }, 3), STATE);
});

test("a clamp that moved it the wrong way shows nothing about the rule", () => {
  assert.equal(settled({ after: 3, verdict: "clamped" }).watch, null);
  assert.equal(settled({ after: 5, verdict: "clamped" }).watch?.parameter, "pool.size");
});

test("going back is remembered as a movement, but neither undone nor waited for", () => {
  const state = { ...STATE, undo: { "pool.size": 6, "pool.idle": 1 } };
  const back = settled({}, { state, delta: { rule: REVERT_RULE } });
  assert.deepEqual([back.undo, back.watch], [{ "pool.idle": 1 }, null]);
  assert.equal(back.changes["pool.size"]?.length, 1);
  assert.deepEqual(back.attempts, {});
  const half = settled({ after: 5, verdict: "clamped" }, { state, delta: { rule: REVERT_RULE } });
  assert.equal(half.undo["pool.size"], 6, "it is not there yet");
});

const WATCH = { rule: "slow", parameter: "pool.size", kpi: "p95", expected: "fall", was: 380, until: 9 } as const;

test("another change ends the waiting: an opposite effect that was seen counts, none yet does not", () => {
  const opposite = settled({}, { state: { ...STATE, watch: WATCH } });
  assert.deepEqual(opposite.strikes, { slow: { none: 0, opposite: 1 } });
  assert.equal(opposite.watch?.was, 400);
  const none = settled({}, { state: { ...STATE, watch: { ...WATCH, was: 400 } } });
  assert.deepEqual(none.strikes, { slow: { none: 0, opposite: 0 } });
  const waiting = settled({ after: 4, verdict: "ignored" }, { state: { ...STATE, watch: WATCH } });
  assert.deepEqual(waiting.watch, WATCH, "what did not move ends nothing");
});

test("changes behind the window of the oscillation are let go", () => {
  const old = Array.from({ length: 20 }, (_, index) => ({ iteration: index - 20, atMs: 0, delta: 1 }));
  assert.equal(settled({}, { state: { ...STATE, changes: { "pool.size": old } } }).changes["pool.size"]?.length, 5);
});

test("a rule that the plan does not know any more is not waited for", () => {
  const plan = { ...PLAN, rules: [ruleOf({ id: "other" })] };
  const readings = [{ path: "pool.size", before: 4, wanted: 6, after: 6, verdict: "applied" } as const];
  assert.equal(settle(plan, STATE, { proposed: [deltaOf()], readings }, 3).watch, null);
});
