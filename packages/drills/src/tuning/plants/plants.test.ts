import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakIteration, TuningPlan } from "@holdpoint/core";
import { replaySoak, verifyDeltas } from "@holdpoint/core";
import { guardsOf, parameterOf, planOf, ruleOf } from "@holdpoint/testkit";
import type { PlantTerms, Soaked } from "./testing-plant.ts";
import { soak } from "./testing-plant.ts";

const STEADY = { good: 2, frozen: 4 };

/** Plan and plant, judged as every soak is: what was recorded replays. */
async function run(plan: TuningPlan, plant: PlantTerms): Promise<Soaked> {
  const soaked = await soak(plan, plant);
  const stored = JSON.parse(JSON.stringify(soaked.iterations)) as readonly SoakIteration[];
  assert.deepEqual(replaySoak(plan, stored), { agrees: true, iterations: plan.iterations, difference: null });
  return soaked;
}

function lastValues({ iterations }: Soaked, count: number): number[] {
  return iterations.slice(-count).map(({ values }) => values["p95"] ?? Number.NaN);
}

function reasons({ iterations }: Soaked): string[] {
  return iterations.flatMap(({ tuning }) => tuning.proposed.map(({ skipped }) => skipped?.reason ?? "applied"));
}

test("first-order lag: it converges, freezes what is good, and everything is read back", async () => {
  const plan = planOf({ iterations: 30, guards: guardsOf({ steady: STEADY }) });
  const soaked = await run(plan, { lag: 0.6 });
  assert.ok(lastValues(soaked, 15).every((value) => value <= 300));
  assert.ok((soaked.sizes.at(-1) ?? 0) >= 4 && (soaked.sizes.at(-1) ?? 0) <= 6, soaked.sizes.join());
  const { fullApplyRatio, attempted, stuck } = verifyDeltas(soaked.iterations);
  assert.deepEqual([fullApplyRatio, stuck], [1, []]);
  assert.ok(attempted >= 2 && attempted <= 4);
  const last = soaked.iterations.at(-1)?.tuning.guards;
  assert.deepEqual([last?.steady, last?.frozen], [true, ["rebid", "rescue_taker"]]);
});

test("dead time: a cooldown as long keeps it from overshooting; a slow knob is no dead one", async () => {
  const rules = [ruleOf(), ruleOf({ id: "idle", when: { operator: "<", value: 150 }, delta: -1, expect: "rise" })];
  const rested = await run(planOf({ iterations: 30, rules, parameters: [parameterOf({ cooldown: 3 })] }), {
    deadTime: 3,
  });
  assert.equal(Math.max(...rested.sizes), 4);
  assert.ok(lastValues(rested, 10).every((value) => value <= 300));
  assert.ok(!reasons(rested).includes("witness"));
  const seen = rested.iterations.map(({ tuning }) => tuning.witness?.seen).filter((one) => one !== undefined);
  assert.ok(seen.includes("none") && seen.includes("as-expected"));
  const hasty = await run(planOf({ iterations: 30, rules }), { deadTime: 3 });
  assert.ok(Math.max(...hasty.sizes) > 4, "without it, it does overshoot");
});

test("noise: it converges, and what the KPI does by itself is no effect", async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const plan = planOf({ iterations: 40, guards: guardsOf({ steady: STEADY }) });
    const soaked = await run(plan, { noise: 12, seed });
    const mean = lastValues(soaked, 10).reduce((sum, value) => sum + value, 0) / 10;
    assert.ok(mean <= 305, `seed ${seed}: ${mean}`);
    assert.ok(verifyDeltas(soaked.iterations).attempted <= 6, `seed ${seed}`);
  }
});

test("dead knob: it is stored and does nothing, which is found out, and it is refused from then on", async () => {
  const soaked = await run(planOf({ iterations: 12, parameters: [parameterOf({ max: 100 })] }), { knob: "dead" });
  const { fullApplyRatio, attempted } = verifyDeltas(soaked.iterations);
  assert.deepEqual([fullApplyRatio, attempted], [1, 3], "read-back proves storage, not effect");
  assert.deepEqual(reasons(soaked).slice(0, 4), ["applied", "applied", "applied", "witness"]);
  assert.ok(
    reasons(soaked)
      .slice(3, -1)
      .every((reason) => reason === "witness"),
  );
  assert.deepEqual(
    soaked.iterations.slice(1, 4).map(({ tuning }) => tuning.witness?.seen),
    ["none", "none", "none"],
  );
});

test("inverted knob: it does the opposite, is refused, and is set back to where it was", async () => {
  const soaked = await run(planOf({ iterations: 30 }), { knob: "inverted" });
  assert.deepEqual(soaked.sizes.slice(0, 5), [2, 3, 4, 5, 2]);
  const back = soaked.iterations[3]?.tuning;
  assert.equal(back?.reverted, true);
  assert.deepEqual(back?.proposed[0], {
    parameter: "pool.size",
    subsystem: "rebid",
    rule: "last-good",
    from: 5,
    to: 2,
    skipped: null,
  });
  assert.ok(soaked.sizes.slice(4).every((size) => size === 2));
  assert.equal(reasons(soaked).at(-2), "witness");
  assert.equal(soaked.iterations.filter(({ tuning }) => tuning.reverted).length, 1);
});

test("inverted knob under a hard limit: the latency sets it back before that", async () => {
  const latency = { kpi: "p95", softMs: 330, hardMs: 700 };
  const soaked = await run(planOf({ iterations: 12, guards: guardsOf({ latency }) }), { knob: "inverted" });
  assert.deepEqual(soaked.sizes.slice(0, 3), [2, 3, 2]);
  assert.deepEqual(soaked.iterations[1]?.tuning.guards.frozen, ["rebid", "rescue_taker"]);
});

test("clamped knob: the target takes less than it is told, which no ratio hides", async () => {
  const store = (wanted: unknown): number => Math.min(3, Number(wanted));
  const rules = [ruleOf({ delta: 2 })];
  const soaked = await run(planOf({ iterations: 12, rules }), { store });
  const { fullApplyRatio, clamped, ignored, stuck } = verifyDeltas(soaked.iterations);
  assert.deepEqual(
    { fullApplyRatio, clamped, ignored, stuck },
    { fullApplyRatio: 0, clamped: 1, ignored: 2, stuck: ["pool.size"] },
  );
  assert.deepEqual(reasons(soaked).slice(0, 5), ["applied", "applied", "applied", "duplicate", "duplicate"]);
  assert.ok(soaked.iterations.every(({ tuning }) => !tuning.applied));
});

test("ancestors' row 5: parameters that never changed have the ratio 0, and skips have none", async () => {
  const stuck = await run(planOf({ iterations: 6 }), { store: (_, before) => before });
  const report = verifyDeltas(stuck.iterations);
  assert.deepEqual([report.fullApplyRatio, report.fullyApplied, report.ignored], [0, 0, 2]);
  assert.deepEqual(report.stuck, ["pool.size"]);
  const off = await soak(planOf({ iterations: 6 }), {}, false);
  const nothing = verifyDeltas(off.iterations);
  assert.deepEqual([nothing.proposed, nothing.skipped, nothing.attempted], [6, 6, 0]);
  assert.equal(nothing.fullApplyRatio, null);
});

test("a gap in the KPI proposes nothing, and is not good", async () => {
  const plan = planOf({ iterations: 8, guards: guardsOf({ steady: STEADY }) });
  const measured = { 4: null, 5: null };
  const soaked = await run(plan, { work: 400, measured });
  assert.deepEqual(
    soaked.iterations.map(({ tuning }) => tuning.guards.steady),
    [false, true, true, true, true, false, true, true],
  );
  assert.deepEqual(verifyDeltas(soaked.iterations).proposed, 0);
});
