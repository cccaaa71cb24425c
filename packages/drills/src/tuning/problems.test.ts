import assert from "node:assert/strict";
import { test } from "node:test";
import { tuningProblems } from "./problems.ts";
import type { TuningPlan } from "@holdpoint/core";
import { guardsOf, kpiOf, parameterOf, planOf, ruleOf } from "@holdpoint/testkit";

const FILE = { kind: "file", path: "config.json", reload: null } as const;
const LATENCY = { kpi: "p95", softMs: 330, hardMs: 360 };

function problems(changes: Partial<TuningPlan>): string[] {
  return tuningProblems({ ...planOf(changes), applier: FILE }).map(({ at, text }) => `${at}: ${text}`);
}

test("a plan that agrees with itself has none", () => {
  assert.deepEqual(problems({}), []);
  const guards = guardsOf({
    latency: LATENCY,
    steady: { good: 2, frozen: 4 },
    velocity: { perHour: { "pool.size": 20 } },
  });
  assert.deepEqual(problems({ guards }), []);
  assert.deepEqual(tuningProblems({ ...planOf({ rules: [] }), applier: null }), []);
});

/** Each contradiction with the place that it is told for. */
const WRONG: readonly (readonly [changes: Partial<TuningPlan>, told: RegExp])[] = [
  [{ parameters: [parameterOf(), parameterOf()] }, /^parameters\[1\]\.path: 'pool.size' is there twice$/],
  [{ rules: [ruleOf(), ruleOf()] }, /^rules\[1\]\.id: .*twice/],
  [{ kpis: [kpiOf(), kpiOf()] }, /^kpis\[1\]\.id: .*twice/],
  [{ rules: [ruleOf({ id: "constructor" })] }, /^rules\[0\]\.id: .*cannot be a name/],
  [{ rules: [ruleOf({ id: "last-good" })] }, /^rules\[0\]\.id: 'last-good' stands for going back$/],
  [{ rules: [ruleOf({ id: "" })] }, /^rules\[0\]\.id: .*cannot be a name/],
  [{ rules: [ruleOf({ kpi: "p59" })] }, /^rules\[0\]\.kpi: there is no KPI 'p59'$/],
  [{ rules: [ruleOf({ parameter: "pool.sise" })] }, /^rules\[0\]\.parameter: there is no parameter 'pool.sise'$/],
  [{ rules: [ruleOf({ delta: 0 })] }, /^rules\[0\]\.delta: changes nothing$/],
  [{ rules: [ruleOf({ delta: 3 })] }, /^rules\[0\]\.delta: 3 is more than the step of 2$/],
  [{ rules: [ruleOf({ delta: 0.5 })] }, /^rules\[0\]\.delta: 0.5 is no change of an integer$/],
  [{ rules: [ruleOf({ when: { operator: ">", value: Number.NaN } })] }, /^rules\[0\]\.when/],
  [{ guards: guardsOf({ debounce: { openMs: -1, closeMs: 0 } }) }, /^guards\.debounce/],
  [{ guards: guardsOf({ oscillation: { window: 0, signChanges: 1 } }) }, /^guards\.oscillation\.window/],
  [{ guards: guardsOf({ oscillation: { window: 8, signChanges: 0 } }) }, /^guards\.oscillation\.signChanges/],
  [{ guards: guardsOf({ velocity: { perHour: { other: 1 } } }) }, /^guards\.velocity\.perHour\.other: there is no/],
  [
    { guards: guardsOf({ velocity: { perHour: { "pool.size": -1 } } }) },
    /^guards\.velocity\.perHour\.pool\.size: must/,
  ],
  [{ guards: guardsOf({ latency: { ...LATENCY, kpi: "p99" } }) }, /^guards\.latency\.kpi: there is no KPI 'p99'/],
  [
    { guards: guardsOf({ latency: { ...LATENCY, softMs: 360 } }) },
    /^guards\.latency\.hardMs: 360 ms must be below 360/,
  ],
  [
    { guards: guardsOf({ freeze: { freezable: ["edge"], never: ["edge"], minMs: 0 } }) },
    /'edge' is never to be frozen/,
  ],
  [{ guards: guardsOf({ freeze: { freezable: ["toString"], never: [], minMs: 0 } }) }, /cannot be a name/],
  [{ guards: guardsOf({ freeze: { freezable: ["a"], never: [], minMs: -1 } }) }, /^guards\.freeze\.minMs/],
  [{ guards: guardsOf({ steady: { good: 0, frozen: 4 } }) }, /^guards\.steady/],
];

for (const [index, [changes, told]] of WRONG.entries()) {
  test(`contradiction ${index} is told: ${told.source}`, () => {
    assert.match(problems(changes).join("\n"), told);
  });
}

test("parameters have a path, a range, a step and a cooldown that can be", () => {
  const wrong = [
    [{ path: "pool..size" }, "path"],
    [{ path: "pool.__proto__" }, "path"],
    [{ min: 5, max: 4 }, "max"],
    [{ max: Number.POSITIVE_INFINITY }, "max"],
    [{ step: 0 }, "step"],
    [{ step: Number.NaN }, "step"],
    [{ cooldown: 0.5 }, "cooldown"],
    [{ min: 0.5 }, "type"],
    [{ type: "boolean" as const }, "type"],
  ] as const;
  for (const [changes, member] of wrong) {
    const told = problems({ parameters: [parameterOf(changes)], rules: [] });
    assert.ok(
      told.some((text) => text.startsWith(`parameters[0].${member}:`)),
      `${member}: ${told.join()}`,
    );
  }
});

test("rules need a way to the target", () => {
  assert.match(tuningProblems({ ...planOf(), applier: null })[0]?.text ?? "", /no way to the target/);
});
