import assert from "node:assert/strict";
import { test } from "node:test";
import { guardsOf, kpiOf, parameterOf, planOf, ruleOf, tunedIterations } from "@holdpoint/testkit";
import fc from "fast-check";
import type { SoakIteration, SoakTuning } from "../evidence/soak.ts";
import { replaySoak } from "./replay.ts";

const LATENCY = { kpi: "p95", softMs: 330, hardMs: 360 };
const PLAN = planOf({
  iterations: 12,
  parameters: [parameterOf({ cooldown: 1 })],
  rules: [ruleOf(), ruleOf({ id: "idle", when: { operator: "<", value: 200 }, delta: -1, expect: "rise" })],
  guards: guardsOf({ latency: LATENCY, steady: { good: 2, frozen: 3 } }),
});

const wavy = (size: number, iteration: number): number => 1200 / size + 40 * Math.sin(iteration * 2);
const recorded = (): SoakIteration[] => tunedIterations(PLAN, { size: 4, p95: wavy });

function withTuning(iterations: SoakIteration[], at: number, changes: Partial<SoakTuning>): SoakIteration[] {
  const victim = iterations[at] as SoakIteration;
  return iterations.with(at, { ...victim, tuning: { ...victim.tuning, ...changes } });
}

/** Value and summary together, as somebody would who knows that they are compared. */
function withValue(iterations: SoakIteration[], at: number, p95: number): SoakIteration[] {
  return iterations.with(at, { ...(iterations[at] as SoakIteration), values: { p95 }, summary: { p95 } });
}

test("recorded KPIs give the same decisions", () => {
  const iterations = recorded();
  assert.ok(iterations.some(({ tuning }) => tuning.applied));
  assert.deepEqual(replaySoak(PLAN, iterations), { agrees: true, iterations: 12, difference: null });
});

test("a decision that was changed is told by its iteration, rule and parameter, with both", () => {
  const iterations = recorded();
  const at = iterations.findIndex(({ tuning }) => tuning.applied);
  const proposed = (iterations[at]?.tuning.proposed ?? []).map((one) => ({ ...one, to: one.to + 1 }));
  const { agrees, iterations: again, difference } = replaySoak(PLAN, withTuning(iterations, at, { proposed }));
  assert.deepEqual([agrees, again], [false, at]);
  const { recorded: said, replayed: made, ...place } = difference ?? {};
  assert.deepEqual(place, { iteration: at + 1, field: "proposed", kpi: null, rule: "slow", parameter: "pool.size" });
  assert.equal(JSON.parse(said ?? "").to, JSON.parse(made ?? "").to + 1);
});

test("a decision that was taken out, and one that was put in, is none on one side", () => {
  const iterations = recorded();
  const at = iterations.findIndex(({ tuning }) => tuning.proposed.length > 0);
  const proposed = iterations[at]?.tuning.proposed ?? [];
  const gone = replaySoak(PLAN, withTuning(iterations, at, { proposed: [] })).difference;
  assert.deepEqual([gone?.rule, gone?.recorded, typeof gone?.replayed], ["slow", null, "string"]);
  const besides = proposed.map((one) => ({ ...one, rule: "by-hand" }));
  const more = replaySoak(PLAN, withTuning(iterations, at, { proposed: [...proposed, ...besides] })).difference;
  assert.deepEqual([more?.rule, more?.replayed, typeof more?.recorded], ["by-hand", null, "string"]);
});

test("a KPI that its summary does not give is told before what was decided of it", () => {
  const iterations = recorded();
  const forged = iterations.with(4, { ...(iterations[4] as SoakIteration), values: { p95: 250 } });
  const { difference } = replaySoak(PLAN, forged);
  assert.deepEqual([difference?.iteration, difference?.field, difference?.kpi], [5, "values", "p95"]);
  assert.deepEqual(
    [difference?.recorded, difference?.replayed],
    ["250", JSON.stringify(iterations[4]?.summary?.["p95"])],
  );
  const dropped = iterations.with(4, { ...(iterations[4] as SoakIteration), values: {} });
  assert.equal(replaySoak(PLAN, dropped).difference?.recorded, null);
});

test("a KPI that was changed together with its summary gives other decisions", () => {
  const iterations = recorded();
  const at = iterations.findIndex(({ tuning }) => tuning.applied);
  const { difference } = replaySoak(PLAN, withValue(iterations, at, 250));
  assert.deepEqual([difference?.iteration, difference?.rule, difference?.replayed], [at + 1, "slow", null]);
});

test("a KPI and its decision that were changed together are seen in what follows from them", () => {
  const iterations = recorded();
  const at = iterations.findIndex(({ tuning }) => tuning.applied);
  const quiet = { proposed: [], readings: [], applied: false };
  const both = withTuning(withValue(iterations, at, 250), at, quiet);
  const { agrees, difference } = replaySoak(PLAN, both);
  assert.equal(agrees, false);
  assert.ok((difference?.iteration ?? 0) >= at + 1);
});

test("guards, the way back and the effect that was seen are parts of a decision", () => {
  const iterations = recorded();
  const guards = { ...(iterations[0] as SoakIteration).tuning.guards, latency: "unknown" as const };
  assert.equal(replaySoak(PLAN, withTuning(iterations, 0, { guards })).difference?.field, "guards");
  assert.equal(replaySoak(PLAN, withTuning(iterations, 0, { reverted: true })).difference?.field, "reverted");
  const at = iterations.findIndex(({ tuning }) => tuning.witness !== null);
  const { difference } = replaySoak(PLAN, withTuning(iterations, at, { witness: null }));
  const about = [difference?.field, difference?.recorded, typeof difference?.replayed, difference?.iteration];
  assert.deepEqual(about, ["witness", null, "string", at + 1]);
  assert.deepEqual([difference?.kpi, difference?.parameter], ["p95", "pool.size"]);
});

test("another plan decides otherwise", () => {
  const iterations = recorded();
  const eager = { ...PLAN, parameters: [parameterOf({ cooldown: 0 })] };
  assert.equal(replaySoak(eager, iterations).agrees, false);
  const kpi = { ...PLAN, kpis: [kpiOf({ select: { from: "summary", path: "p99" } })] };
  assert.equal(replaySoak(kpi, iterations).difference?.field, "values");
});

test("ancestors' row 4: a gap is a difference, and nothing agrees with nothing", () => {
  const { difference } = replaySoak(PLAN, recorded().toSpliced(2, 1));
  const { field, iteration, recorded: said, replayed } = difference ?? {};
  assert.deepEqual([field, iteration, said, replayed], ["iteration", 3, "4", "3"]);
  assert.equal(replaySoak(PLAN, recorded().slice(1)).agrees, false);
  assert.deepEqual(replaySoak(PLAN, []), { agrees: false, iterations: 0, difference: null });
});

test("whatever the target does, what was recorded replays, and no value of it can be changed", () => {
  const level = fc.oneof(fc.integer({ min: 50, max: 500 }), fc.constant(null));
  const keeps = fc.constantFrom(
    (wanted: number) => wanted,
    (_: number, before: number) => before,
  );
  fc.assert(
    fc.property(fc.array(level, { minLength: 12, maxLength: 12 }), keeps, fc.nat(11), (levels, store, at) => {
      const iterations = tunedIterations(PLAN, {
        size: 3,
        store,
        p95: (_, iteration) => levels[iteration - 1] ?? null,
      });
      assert.deepEqual(replaySoak(PLAN, iterations), { agrees: true, iterations: 12, difference: null });
      const victim = iterations[at] as SoakIteration;
      const forged = iterations.with(at, { ...victim, values: { p95: (victim.values["p95"] ?? 0) + 1 } });
      assert.equal(replaySoak(PLAN, forged).difference?.iteration, at + 1);
    }),
  );
});
