import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { propose, targetOf } from "./propose.ts";
import { parameterOf, ruleOf } from "@holdpoint/testkit";

function proposed(
  value: number | null,
  from: number | null,
  rule: Parameters<typeof ruleOf>[0] = {},
  parameter: Parameters<typeof parameterOf>[0] = {},
): number | null {
  const plan = { parameters: [parameterOf(parameter)], rules: [ruleOf(rule)] };
  return propose(plan, { p95: value }, { "pool.size": from })[0]?.to ?? null;
}

test("a KPI beyond the bound asks for its change, one at the bound does not", () => {
  assert.equal(proposed(301, 4), 5);
  assert.equal(proposed(300, 4), null);
  assert.equal(proposed(299, 4, { when: { operator: "<", value: 300 }, delta: -1 }), 3);
  assert.equal(proposed(300, 4, { when: { operator: "<", value: 300 } }), null);
});

test("no value, no proposal: neither way round", () => {
  for (const value of [null, Number.NaN, Infinity]) {
    assert.equal(proposed(value, 4), null);
    assert.equal(proposed(value, 4, { when: { operator: "<", value: 300 } }), null);
  }
  assert.deepEqual(propose({ parameters: [parameterOf()], rules: [ruleOf()] }, {}, { "pool.size": 4 }), []);
});

test("no further than a step, no further than the bounds", () => {
  assert.equal(proposed(500, 4, { delta: 7 }), 6);
  assert.equal(proposed(500, 4, { delta: -7 }), 2);
  assert.equal(proposed(500, 9, { delta: 2 }), 10);
  assert.equal(proposed(500, 10, { delta: 2 }), 10);
  assert.equal(proposed(500, 1, { delta: -2 }), 1);
});

test("whole numbers stay whole, fractions are written as people write them, truth values are 0 and 1", () => {
  const number = parameterOf({ type: "number", min: 0, max: 1, step: 0.1 });
  assert.equal(targetOf(number, 0.2, 0.1), 0.3);
  assert.equal(targetOf(number, 0.95, 0.1), 1);
  assert.equal(targetOf(parameterOf(), 4, 0.6), 5);
  const boolean = parameterOf({ type: "boolean", min: 0, max: 1, step: 1 });
  assert.deepEqual([targetOf(boolean, 0, 1), targetOf(boolean, 1, 1), targetOf(boolean, 1, -1)], [1, 1, 0]);
});

test("a path that leads nowhere is proposed all the same, so that its refusal can be told", () => {
  const plan = { parameters: [parameterOf()], rules: [ruleOf(), ruleOf({ id: "z", delta: -1 })] };
  assert.deepEqual(
    propose(plan, { p95: 500 }, {}).map(({ from, to }) => [from, to]),
    [
      [null, 10],
      [null, 1],
    ],
  );
});

test("the order is that of priority, then of the ids, however the rules are written", () => {
  const rules = [ruleOf({ id: "b" }), ruleOf({ id: "a" }), ruleOf({ id: "c", priority: 2 })];
  for (const order of [rules, rules.toReversed()]) {
    const ids = propose({ parameters: [parameterOf()], rules: order }, { p95: 500 }, { "pool.size": 4 });
    assert.deepEqual(
      ids.map(({ rule }) => rule.id),
      ["c", "a", "b"],
    );
  }
});

test("from within the bounds it ends within them, a step away at most", () => {
  const whole = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(whole, whole, whole, fc.integer({ min: 1, max: 50 }), whole, (a, b, at, step, delta) => {
      const [min, max] = [Math.min(a, b), Math.max(a, b)];
      const from = Math.min(max, Math.max(min, at));
      const to = targetOf(parameterOf({ min, max, step }), from, delta);
      assert.ok(to >= min && to <= max && Math.abs(to - from) <= Math.min(step, Math.abs(delta)));
      assert.ok(to === from || Math.sign(to - from) === Math.sign(delta));
    }),
  );
});
