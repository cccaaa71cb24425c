import assert from "node:assert/strict";
import { test } from "node:test";
import type { LeafReading, ProposedDelta, SoakTuning } from "../evidence/soak.ts";
import fc from "fast-check";
import type { TuningDecision } from "./decide.ts";
import { decideTuning } from "./decide.ts";
import type { TuningInput, TuningPlan, TuningState } from "./state.ts";
import { TUNING_START } from "./state.ts";
import { guardsOf, kpiOf, parameterOf, planOf, ruleOf } from "@holdpoint/testkit";

const LATENCY = { kpi: "p95", softMs: 330, hardMs: 360 };
const OTHER = parameterOf({ path: "taker.limit", subsystem: "rescue_taker" });
const EDGE = parameterOf({ path: "edge.spread", subsystem: "edge" });

interface Played {
  readonly decisions: readonly TuningDecision[];
  readonly sizes: readonly number[];
  readonly last: TuningDecision;
}

/** Decides one iteration after the other on a target that does what it is told. */
function play(
  plan: TuningPlan,
  values: readonly (number | null)[],
  terms: {
    readonly initial?: Readonly<Record<string, number>>;
    readonly lengthMs?: number;
    readonly enabled?: boolean;
  } = {},
): Played {
  const { lengthMs = 60_000, enabled = true } = terms;
  const current: Record<string, number | null> = {
    "pool.size": 4,
    "taker.limit": 4,
    "edge.spread": 4,
    ...terms.initial,
  };
  let state: TuningState = TUNING_START;
  let before: TuningInput["before"] = null;
  const decisions: TuningDecision[] = [];
  const sizes: number[] = [];
  for (const [index, p95] of values.entries()) {
    sizes.push(current["pool.size"] ?? Number.NaN);
    const span = { startedAtMs: index * lengthMs, nowMs: (index + 1) * lengthMs };
    const input = { iteration: index + 1, ...span, values: { p95 }, current: { ...current }, before, enabled };
    const decision = decideTuning(plan, state, input);
    const done = decision.proposals.filter(({ skipped }) => skipped === null);
    before = { proposed: decision.proposals, readings: done.map(applied) };
    for (const { parameter, to } of done) current[parameter] = to;
    state = decision.state;
    decisions.push(decision);
  }
  return { decisions, sizes, last: decisions.at(-1) as TuningDecision };
}

function applied({ parameter: path, from: before, to }: ProposedDelta): LeafReading {
  return { path, before, wanted: to, after: to, verdict: "applied" };
}

function reasonOf({ proposals }: TuningDecision, parameter = "pool.size"): string {
  const own = proposals.find((one) => one.parameter === parameter);
  return own === undefined ? "none" : (own.skipped?.reason ?? "applied");
}

function reasons(plan: TuningPlan, values: readonly (number | null)[], terms?: Parameters<typeof play>[2]): string[] {
  return play(plan, values, terms).decisions.map((one) => reasonOf(one));
}

test("a KPI beyond its bound is answered by its rule, one change an iteration", () => {
  const { decisions, sizes } = play(planOf(), [400, 400, 290]);
  assert.deepEqual(sizes, [4, 5, 6]);
  assert.deepEqual(decisions[0]?.proposals, [
    { parameter: "pool.size", subsystem: "rebid", rule: "slow", from: 4, to: 5, skipped: null },
  ]);
  assert.deepEqual(decisions[2]?.proposals, []);
});

test("the end of the bounds, and what somebody else set beyond them", () => {
  assert.deepEqual(reasons(planOf(), [400], { initial: { "pool.size": 10 } }), ["out-of-bounds"]);
  assert.deepEqual(reasons(planOf(), [400], { initial: { "pool.size": 50 } }), ["out-of-bounds"]);
  assert.deepEqual(reasons(planOf(), [400], { initial: { "pool.size": 0 } }), ["out-of-bounds"]);
  const { last } = play(planOf(), [400], { initial: { "pool.size": 50 } });
  assert.match(last.proposals[0]?.skipped?.text ?? "", /somebody else set it/);
});

test("cooldown: as many iterations as were declared", () => {
  const plan = planOf({ parameters: [parameterOf({ cooldown: 2 })] });
  assert.deepEqual(reasons(plan, [400, 390, 380, 370, 360]), [
    "applied",
    "cooldown",
    "cooldown",
    "applied",
    "cooldown",
  ]);
});

test("velocity: no more within an hour, and again after it", () => {
  const plan = planOf({ guards: guardsOf({ velocity: { perHour: { "pool.size": 2 } } }) });
  const values = Array.from({ length: 5 }, (_, index) => 500 - index * 20);
  const terms = { lengthMs: 20 * 60_000 };
  assert.deepEqual(reasons(plan, values, terms), ["applied", "applied", "velocity", "velocity", "applied"]);
});

test("oscillation: A-B-A is refused and freezes its subsystem; a ramp is let through to its end", () => {
  const rules = [ruleOf(), ruleOf({ id: "idle", when: { operator: "<", value: 200 }, delta: -1, expect: "rise" })];
  const plan = planOf({ rules, guards: guardsOf({ oscillation: { window: 6, signChanges: 1 } }) });
  const { decisions, sizes } = play(plan, [400, 100, 100]);
  assert.deepEqual(sizes, [4, 5, 5]);
  assert.deepEqual(
    decisions.map((one) => reasonOf(one)),
    ["applied", "frozen", "frozen"],
  );
  assert.deepEqual(decisions[1]?.guards.oscillating, ["pool.size"]);
  assert.deepEqual(decisions[1]?.guards.frozen, ["rebid"]);
  const ramp = play(plan, [900, 850, 800, 750, 700, 650]);
  assert.deepEqual(ramp.sizes, [4, 5, 6, 7, 8, 9]);
  assert.deepEqual(ramp.last.guards.oscillating, []);
});

test("oscillation in a subsystem that may not be frozen is refused change by change", () => {
  const rules = [
    ruleOf({ parameter: "edge.spread" }),
    ruleOf({ id: "idle", parameter: "edge.spread", when: { operator: "<", value: 200 }, delta: -1, expect: "rise" }),
  ];
  const guards = guardsOf({ oscillation: { window: 6, signChanges: 1 } });
  const { decisions } = play(planOf({ parameters: [EDGE], rules, guards }), [400, 100, 100]);
  assert.deepEqual(
    decisions.map((one) => reasonOf(one, "edge.spread")),
    ["applied", "oscillation", "oscillation"],
  );
  assert.deepEqual(decisions[2]?.guards.frozen, []);
});

test("a short oscillation does not freeze: the debounce has to hold", () => {
  const rules = [ruleOf(), ruleOf({ id: "idle", when: { operator: "<", value: 200 }, delta: -1, expect: "rise" })];
  const plan = planOf({ rules, guards: guardsOf({ oscillation: { window: 6, signChanges: 1 } }) });
  assert.deepEqual(reasons(plan, [400, 100, 100, 100], { lengthMs: 1000 }), [
    "applied",
    "oscillation",
    "oscillation",
    "frozen",
  ]);
});

test("hard latency sets everything back to what it was when things were good, and freezes", () => {
  const kpis = [kpiOf({ strict: { operator: "<=", value: 320 } })];
  const rules = [ruleOf({ when: { operator: ">", value: 250 }, delta: 2 })];
  const plan = planOf({ kpis, rules, guards: guardsOf({ latency: LATENCY }) });
  const { decisions, sizes } = play(plan, [240, 310, 335, 370, 370, 300]);
  assert.deepEqual(sizes, [4, 4, 6, 8, 4, 4]);
  const [, , , hard, still] = decisions;
  assert.equal(hard?.revert, true);
  assert.deepEqual(hard?.guards, {
    frozen: ["rebid", "rescue_taker"],
    oscillating: [],
    latency: "hard",
    steady: false,
  });
  assert.deepEqual(
    hard?.proposals.map(({ rule, from, to, skipped }) => [rule, from, to, skipped?.reason ?? null]),
    [
      ["last-good", 8, 4, null],
      ["slow", 8, 10, "frozen"],
    ],
  );
  assert.equal(still?.revert, false, "there is nothing left to set back");
  assert.equal(reasonOf(decisions[5] as TuningDecision), "frozen", "frozen until it was good for its time");
});

test("a good iteration is the one to go back to, however far it was from the first", () => {
  const kpis = [kpiOf({ strict: { operator: "<=", value: 320 } })];
  const rules = [ruleOf({ when: { operator: ">", value: 250 } })];
  const plan = planOf({ kpis, rules, guards: guardsOf({ latency: LATENCY }) });
  const { sizes } = play(plan, [310, 310, 310, 370, 310]);
  assert.deepEqual(sizes, [4, 5, 6, 7, 6], "7 was never good, 6 was");
});

test("edge goes on in a freeze, but not beside what is set back", () => {
  const rules = [ruleOf({ priority: 2 }), ruleOf({ id: "spread", parameter: "edge.spread" })];
  const plan = planOf({ parameters: [parameterOf(), EDGE], rules, guards: guardsOf({ latency: LATENCY }) });
  const { decisions } = play(plan, [350, 370, 370]);
  assert.equal(reasonOf(decisions[0] as TuningDecision, "edge.spread"), "other-subsystem");
  assert.deepEqual(
    decisions[1]?.proposals.map(({ rule, skipped }) => [rule, skipped?.reason ?? null]),
    [
      ["last-good", null],
      ["slow", "frozen"],
      ["spread", "other-subsystem"],
    ],
  );
  assert.equal(reasonOf(decisions[2] as TuningDecision, "edge.spread"), "applied");
});

test("ancestors' row 13: a KPI that is not there is not good, and a latency that is not there freezes", () => {
  const rules = [ruleOf({ kpi: "other" })];
  const plan = planOf({ rules, guards: guardsOf({ latency: LATENCY, steady: { good: 1, frozen: 4 } }) });
  const { last } = play(plan, [null]);
  assert.deepEqual(last.guards, {
    frozen: ["rebid", "rescue_taker"],
    oscillating: [],
    latency: "unknown",
    steady: false,
  });
  assert.deepEqual(last.proposals, []);
});

test("one subsystem an iteration: that of the highest priority that is let through", () => {
  const parameters = [parameterOf({ cooldown: 1 }), OTHER];
  const rules = [ruleOf({ priority: 2 }), ruleOf({ id: "taker", parameter: "taker.limit" })];
  const { decisions } = play(planOf({ parameters, rules }), [400, 380]);
  assert.deepEqual(
    decisions.map((one) => [reasonOf(one), reasonOf(one, "taker.limit")]),
    [
      ["applied", "other-subsystem"],
      ["cooldown", "applied"],
    ],
  );
});

test("two rules for one parameter: the first that is let through, the other is a duplicate", () => {
  const rules = [ruleOf(), ruleOf({ id: "more", delta: 2, priority: 2 })];
  const { proposals } = play(planOf({ rules }), [400]).last;
  assert.deepEqual(
    proposals.map(({ rule, to, skipped }) => [rule, to, skipped?.reason ?? null]),
    [
      ["more", 6, null],
      ["slow", 5, "duplicate"],
    ],
  );
});

test("a path that leads nowhere is refused before anything is written", () => {
  const plan = planOf();
  const input = { iteration: 1, startedAtMs: 0, nowMs: 60_000, values: { p95: 400 }, before: null, enabled: true };
  for (const current of [{}, { "pool.size": null }]) {
    const decision = decideTuning(plan, TUNING_START, { ...input, current });
    assert.equal(reasonOf(decision), "unknown-path");
    assert.match(decision.proposals[0]?.skipped?.text ?? "", /no integer at pool\.size/);
  }
});

test("after the last iteration nothing; where tuning is off nothing ever", () => {
  assert.deepEqual(reasons(planOf({ iterations: 2 }), [400, 390]), ["applied", "last-iteration"]);
  assert.deepEqual(reasons(planOf(), [400, 390], { enabled: false }), ["tuning-off", "tuning-off"]);
});

test("the guards are asked in their order: freeze, oscillation, velocity, cooldown, bounds", () => {
  const guards = guardsOf({ oscillation: { window: 6, signChanges: 1 }, velocity: { perHour: { "pool.size": 1 } } });
  const parameters = [parameterOf({ cooldown: 5, max: 5 })];
  const back = ruleOf({ id: "idle", when: { operator: "<", value: 200 }, delta: -1, expect: "rise" });
  const asked = (changes: Partial<TuningPlan>, second: number): string =>
    reasons(planOf({ parameters, rules: [ruleOf(), back], guards, iterations: 2, ...changes }), [400, second])[1] ?? "";
  assert.equal(asked({}, 100), "frozen");
  const loose = { ...guards, freeze: { freezable: [], never: ["rebid"], minMs: 0 } };
  assert.equal(asked({ guards: loose }, 100), "oscillation");
  assert.equal(
    asked({}, 390),
    "cooldown",
    "at the end of its bounds it moves by nothing, so that no speed is too high",
  );
  const wide = { parameters: [parameterOf({ cooldown: 5 })] };
  assert.equal(asked(wide, 390), "velocity");
  assert.equal(asked({ ...wide, guards: guardsOf() }, 390), "cooldown");
  assert.equal(asked({ parameters: [parameterOf({ max: 5 })], guards: guardsOf() }, 390), "out-of-bounds");
  assert.equal(asked({ parameters: [parameterOf()], guards: guardsOf() }, 390), "last-iteration");
});

test("a decision leaves what it was given as it was, and is JSON", () => {
  const { decisions } = play(planOf({ guards: guardsOf({ latency: LATENCY }) }), [400, 350, 300]);
  for (const { state } of decisions) assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
  assert.deepEqual(TUNING_START, JSON.parse(JSON.stringify(TUNING_START)));
});

const PARAMETERS = [parameterOf({ cooldown: 1 }), OTHER, EDGE];
const RULES = [
  ruleOf({ priority: 3 }),
  ruleOf({ id: "taker", parameter: "taker.limit", delta: 2, priority: 2 }),
  ruleOf({ id: "spread", parameter: "edge.spread", priority: 1 }),
  ruleOf({ id: "idle", when: { operator: "<", value: 200 }, delta: -1, expect: "rise" }),
];

test("whatever the KPI does: in bounds, a step at most, one subsystem, cooldowns kept, edge never frozen", () => {
  const perHour = { "pool.size": 6, "edge.spread": 4 };
  const guards = guardsOf({ latency: LATENCY, steady: { good: 2, frozen: 3 }, velocity: { perHour } });
  const plan = planOf({ parameters: PARAMETERS, rules: RULES, guards, iterations: 25 });
  const value = fc.option(fc.integer({ min: 50, max: 500 }), { nil: null });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 500, max: 90_000 }),
      (values, lengthMs) => {
        const { decisions } = play(plan, values, { lengthMs });
        const changed = new Map<string, number>();
        for (const [index, { proposals, guards: told, revert }] of decisions.entries()) {
          const done = proposals.filter(({ skipped }) => skipped === null);
          assertDecision(done, told, revert);
          for (const { parameter, rule } of done) {
            const rest = PARAMETERS.find(({ path }) => path === parameter)?.cooldown ?? 0;
            const last = changed.get(parameter);
            if (rule !== "last-good") assert.ok(last === undefined || index - last > rest, `${parameter} in ${index}`);
            changed.set(parameter, index);
          }
          if (index === 24) assert.ok(done.every(({ rule }) => rule === "last-good"));
        }
      },
    ),
  );
});

function assertDecision(done: readonly ProposedDelta[], guards: SoakTuning["guards"], revert: boolean): void {
  assert.ok(!guards.frozen.includes("edge"));
  assert.equal(new Set(done.map(({ parameter }) => parameter)).size, done.length);
  const byRule = done.filter(({ rule }) => rule !== "last-good");
  assert.equal(revert, byRule.length < done.length);
  assert.ok(new Set(byRule.map(({ subsystem }) => subsystem)).size <= 1);
  for (const { parameter, subsystem, from, to, rule } of done) {
    assert.ok(from !== null && to >= 1 && to <= 10 && to !== from, `${parameter}: ${from} to ${to}`);
    if (rule === "last-good") continue;
    assert.ok(Math.abs(to - from) <= 2);
    assert.ok(!guards.frozen.includes(subsystem), `${subsystem} is frozen`);
  }
}

test("a clock that is set back gives nothing back: neither the hour of the velocity nor a freeze", () => {
  const plan = planOf({ guards: guardsOf({ latency: LATENCY }) });
  const hard = play(plan, [400]).last.state;
  const base = { iteration: 2, values: { p95: 100 }, current: { "pool.size": 4 }, before: null, enabled: true };
  const back = decideTuning(plan, hard, { ...base, startedAtMs: -5_000_000, nowMs: -4_000_000 });
  assert.equal(back.state.atMs, 60_000);
  assert.deepEqual(back.guards.frozen, ["rebid", "rescue_taker"]);
  const none = decideTuning(plan, hard, { ...base, startedAtMs: Number.NaN, nowMs: Number.NaN });
  assert.equal(none.state.atMs, 60_000);
});

test("an inverted rule is set back once; what other rules change later is theirs", () => {
  const strikes = { slow: { none: 0, opposite: 3 } };
  const last: TuningState = { ...TUNING_START, strikes, undo: { "pool.size": 2 } };
  const input = { iteration: 9, startedAtMs: 0, nowMs: 60_000, values: { p95: 400 }, before: null, enabled: true };
  const later = decideTuning(planOf(), last, { ...input, current: { "pool.size": 4 } });
  assert.deepEqual([later.revert, reasonOf(later)], [false, "witness"]);
  const watch = { rule: "slow", parameter: "pool.size", kpi: "p95", expected: "fall", was: 300, until: 9 } as const;
  const fresh = { ...last, strikes: { slow: { none: 0, opposite: 2 } }, watch };
  assert.equal(decideTuning(planOf(), fresh, { ...input, current: { "pool.size": 4 } }).revert, true);
});

test("what cannot be set back, or need not be, is told and keeps nothing else from being done", () => {
  const parameters = [parameterOf(), EDGE];
  const rules = [ruleOf({ id: "spread", parameter: "edge.spread" })];
  const plan = planOf({ parameters, rules, guards: guardsOf({ latency: LATENCY }) });
  const input = { iteration: 2, startedAtMs: 0, nowMs: 60_000, values: { p95: 400 }, before: null, enabled: true };
  for (const [size, reason] of [[null, "unknown-path"] as const, [2, "no-change"] as const]) {
    const last: TuningState = { ...TUNING_START, undo: { "pool.size": 2 } };
    const told = decideTuning(plan, last, { ...input, current: { "pool.size": size, "edge.spread": 4 } });
    assert.deepEqual([told.revert, reasonOf(told), reasonOf(told, "edge.spread")], [false, reason, "applied"]);
  }
});
