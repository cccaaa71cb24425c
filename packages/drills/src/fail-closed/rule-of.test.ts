import assert from "node:assert/strict";
import { test } from "node:test";
import type { RuleOutline } from "./rule-of.ts";
import { ruleOf, skippedRule, startRule } from "./rule-of.ts";
import { scriptedBench, triedAs } from "./testing-bench.ts";

const OUTLINE: RuleOutline = { id: "no-rule", component: "guardian", attempted: "asks", expected: "no_rule" };
const CONTROL = triedAs("SUCCEEDED", { id: "act_2", effects: 1 });

test("a rule is what was tried beside what was meant", async () => {
  const rule = await ruleOf(
    scriptedBench(),
    { ...OUTLINE, rows: [3] },
    {
      first: triedAs("no_rule"),
      second: triedAs("arguments_invalid"),
      control: CONTROL,
    },
  );
  assert.deepEqual(rule, {
    id: "no-rule",
    component: "guardian",
    rows: [3],
    by: "gateway",
    attempted: "asks",
    skipped: null,
    expected: "no_rule",
    got: "no_rule",
    again: "arguments_invalid",
    effects: 0,
    control: 1,
    denial: null,
    receipt: { present: true, verified: true },
  });
});

test("effects of both tries are added up: a second one that acts is one too many", async () => {
  const effects = async (first: number, second: number): Promise<number | null> => {
    const outcome = {
      first: triedAs("no_rule", { effects: first }),
      second: triedAs("no_rule", { effects: second }),
      control: CONTROL,
    };
    return (await ruleOf(scriptedBench(), OUTLINE, outcome)).effects;
  };
  assert.deepEqual([await effects(0, 0), await effects(0, 1), await effects(2, 1)], [0, 1, 3]);
});

test("a second try that was not answered is told apart from one that was not made", async () => {
  const again = async (second: ReturnType<typeof triedAs> | null): Promise<string | null> =>
    (await ruleOf(scriptedBench(), OUTLINE, { first: triedAs("no_rule"), second, control: CONTROL })).again;
  assert.deepEqual([await again(null), await again(triedAs(null))], [null, "no answer"]);
});

test("a signed denial is fetched where one is due, and a receipt where there is an action", async () => {
  const fetched: string[] = [];
  const absent = { present: false, verified: false };
  const bench = scriptedBench({
    denial: async ({ id }) => {
      fetched.push(`denial ${id}`);
      return absent;
    },
    receipt: async ({ id }) => {
      fetched.push(`receipt ${id}`);
      return absent;
    },
  });
  const first = triedAs("no_rule");
  const second = triedAs("no_rule", { id: "act_9" });
  const whole = await ruleOf(bench, OUTLINE, { first, second, control: CONTROL, deniesSigned: true });
  assert.deepEqual([whole.denial, whole.receipt], [absent, absent]);
  assert.deepEqual(fetched, ["denial act_1", "receipt act_1"], "of the first try, not of the second or the control");
  const none = await ruleOf(bench, OUTLINE, {
    first: triedAs("HP-GATEWAY-BODY", { id: null }),
    second,
    control: CONTROL,
  });
  assert.deepEqual([none.denial, none.receipt, fetched.length], [null, null, 2]);
});

test("what could not be tried says why, and nothing else", () => {
  const rule = skippedRule(OUTLINE, "this machine cannot");
  assert.deepEqual([rule.skipped, rule.got, rule.effects, rule.control], ["this machine cannot", null, null, null]);
  assert.deepEqual([rule.rows, rule.by, rule.expected], [[], "gateway", "no_rule"]);
});

test("a start has no target, so that nothing is counted", () => {
  const rule = startRule({ ...OUTLINE, component: "start", rows: [10] }, "HP-KEY-MISSING");
  assert.deepEqual([rule.got, rule.skipped, rule.rows], ["HP-KEY-MISSING", null, [10]]);
  for (const member of [rule.again, rule.effects, rule.control, rule.denial, rule.receipt]) assert.equal(member, null);
  assert.equal(startRule(OUTLINE, null).got, null);
});
