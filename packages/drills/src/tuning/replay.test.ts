import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakIteration } from "@holdpoint/core";
import fc from "fast-check";
import { soak } from "./plants/testing-plant.ts";
import { replaySoak } from "./replay.ts";
import { guardsOf, parameterOf, planOf, ruleOf } from "./testing-plan.ts";

const LATENCY = { kpi: "p95", softMs: 330, hardMs: 360 };
const PLAN = planOf({
  iterations: 12,
  parameters: [parameterOf({ cooldown: 1 })],
  rules: [ruleOf(), ruleOf({ id: "idle", when: { operator: "<", value: 200 }, delta: -1, expect: "rise" })],
  guards: guardsOf({ latency: LATENCY, steady: { good: 2, frozen: 3 } }),
});

/** As it is read back from disk. */
async function recorded(): Promise<SoakIteration[]> {
  const { iterations } = await soak(PLAN, { size: 4, noise: 60, seed: 4 });
  return JSON.parse(JSON.stringify(iterations)) as SoakIteration[];
}

test("recorded KPIs give the same decisions", async () => {
  const iterations = await recorded();
  assert.ok(iterations.some(({ tuning }) => tuning.applied));
  assert.deepEqual(replaySoak(PLAN, iterations), { agrees: true, iterations: 12, difference: null });
});

test("what was decided otherwise than recorded is told, with both", async () => {
  const iterations = await recorded();
  const at = iterations.findIndex(({ tuning }) => tuning.applied);
  const victim = iterations[at] as SoakIteration;
  const proposed = victim.tuning.proposed.map((one) => ({ ...one, to: one.to + 1 }));
  const forged = iterations.with(at, { ...victim, tuning: { ...victim.tuning, proposed } });
  const { agrees, difference } = replaySoak(PLAN, forged);
  assert.equal(agrees, false);
  assert.deepEqual([difference?.iteration, difference?.field], [at + 1, "proposed"]);
  assert.match(difference?.recorded ?? "", new RegExp(`"to":${proposed[0]?.to}\\b`));
  assert.match(difference?.replayed ?? "", new RegExp(`"to":${victim.tuning.proposed[0]?.to}\\b`));
});

test("a KPI that was changed afterwards, a guard that was talked away, another plan: each is seen", async () => {
  const iterations = await recorded();
  const first = iterations[0] as SoakIteration;
  const value = (first.values["p95"] ?? 0) > 300 ? 250 : 320;
  assert.equal(replaySoak(PLAN, iterations.with(0, { ...first, values: { p95: value } })).agrees, false);
  const guards = { ...first.tuning.guards, latency: "unknown" as const };
  const unguarded = iterations.with(0, { ...first, tuning: { ...first.tuning, guards } });
  assert.equal(replaySoak(PLAN, unguarded).difference?.field, "guards");
  const reverted = iterations.with(0, { ...first, tuning: { ...first.tuning, reverted: true } });
  assert.equal(replaySoak(PLAN, reverted).difference?.field, "reverted");
  const eager = { ...PLAN, parameters: [parameterOf({ cooldown: 0 })] };
  assert.equal(replaySoak(eager, iterations).agrees, false);
});

test("ancestors' row 4: a gap is a difference, and nothing agrees with nothing", async () => {
  const iterations = await recorded();
  const { difference } = replaySoak(PLAN, iterations.toSpliced(2, 1));
  assert.deepEqual(difference, { iteration: 3, field: "iteration", recorded: "4", replayed: "3" });
  assert.equal(replaySoak(PLAN, iterations.slice(1)).agrees, false);
  assert.deepEqual(replaySoak(PLAN, []), { agrees: false, iterations: 0, difference: null });
});

test("whatever the plant does, what was recorded replays", async () => {
  const terms = fc.record({
    size: fc.integer({ min: 1, max: 10 }),
    lag: fc.double({ min: 0.2, max: 1, noNaN: true }),
    deadTime: fc.integer({ min: 0, max: 3 }),
    noise: fc.integer({ min: 0, max: 120 }),
    seed: fc.nat(),
    knob: fc.constantFrom("sound" as const, "dead" as const, "inverted" as const),
    measured: fc.dictionary(fc.constantFrom("2", "5", "6"), fc.constantFrom(null, 400, 100), { maxKeys: 3 }),
    isStoring: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(terms, async ({ isStoring, ...plant }) => {
      const { iterations } = await soak(PLAN, isStoring ? plant : { ...plant, store: (_, before) => before });
      const stored = JSON.parse(JSON.stringify(iterations)) as SoakIteration[];
      assert.deepEqual(replaySoak(PLAN, stored), { agrees: true, iterations: 12, difference: null });
    }),
    { numRuns: 60 },
  );
});
