import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Json } from "../noun/json.ts";
import { formatDecimal, parseDecimal } from "../number/decimal.ts";
import type { CriteriaResult } from "./evaluate.ts";
import { evaluateCriteria } from "./evaluate.ts";
import { parseCriteria } from "./parse.ts";

const judge = (criteria: Json, observed: number, baseline: number | null = null): CriteriaResult =>
  evaluateCriteria(parseCriteria(criteria), observed, baseline);

test("fixed values are compared exactly at their edges", () => {
  const table: readonly (readonly [string, number, boolean])[] = [
    ["<500", 499.999, true],
    ["<500", 500, false],
    ["<=500", 500, true],
    ["<=500", 500.001, false],
    [">0.9", 0.9, false],
    [">=0.9", 0.9, true],
    [">=0.9", 0.8999999999999999, false],
    ["=3", 3, true],
    ["=3", 3.1, false],
    ["!=3", 3, false],
    ["!=3", 2, true],
  ];
  for (const [criterion, observed, met] of table)
    assert.equal(judge(criterion, observed).met, met, `${observed} ${criterion}`);
});

test("binary fractions play no tricks", () => {
  assert.equal(judge("<=+0.2", 0.3, 0.1).met, true, "0.1 + 0.2 is 0.3 here");
  assert.equal(judge("<=+10%", 1.1, 1).met, true, "1 + 10 % is 1.1 here");
  assert.equal(judge(">=-10%", 0.9, 1).met, true);
  assert.equal(judge("<=+15%", 1.15, 1).met, true);
});

test("percentages are of the baseline's size, so that plus is upwards", () => {
  assert.equal(judge("<=+10%", 110, 100).met, true);
  assert.equal(judge("<=+10%", 110.001, 100).met, false);
  assert.equal(judge("<=+10%", -90, -100).met, true);
  assert.equal(judge("<=+10%", -89, -100).met, false);
  assert.equal(judge("<=+10%", 0.001, 0).met, false);
  assert.equal(judge("=+0%", 7, 7).met, true);
});

test("without a baseline a relative criterion is missing and never met", () => {
  for (const observed of [-1e9, 0, 1e9]) {
    const result = judge("<=+10%", observed);
    assert.deepEqual([result.outcome, result.met, result.reason], ["missing", false, "baseline-missing"]);
  }
  assert.equal(judge("<5", 1).needsBaseline, false);
  assert.equal(judge("<=+10%", 1, Number.NaN).outcome, "missing", "a baseline must be a number");
});

test("AND inside, OR between, unknown only where it decides", () => {
  const criteria = [["<500", "<=+10%"], ["<200"]];
  const outcomes = (observed: number, baseline: number | null): string => judge(criteria, observed, baseline).outcome;
  assert.equal(outcomes(300, 290), "met");
  assert.equal(outcomes(300, 200), "not-met");
  assert.equal(outcomes(199, 10), "met", "the second alternative alone");
  assert.equal(outcomes(600, 590), "not-met");
  assert.equal(outcomes(600, null), "not-met", "500 is missed with any baseline");
  assert.equal(outcomes(300, null), "missing");
  assert.equal(outcomes(199, null), "met", "an alternative without a baseline is met without one");
});

test("what is not a finite number is not met, with its own reason", () => {
  for (const observed of [Number.NaN, Infinity, -Infinity]) {
    const { met, outcome, reason, flip } = judge([[">0"], ["<=0"], ["!=1"]], observed, 1);
    assert.deepEqual(
      { met, outcome, reason, flip },
      { met: false, outcome: "not-met", reason: "not-a-number", flip: null },
    );
  }
});

test("the threshold shows what the baseline made of it", () => {
  assert.equal(judge([["<500", "<=+10%"], ["<200"]], 1, 300).threshold, "<500 and <=+10% (<= 330), or <200");
  assert.equal(judge("<=+10%", 1).threshold, "<=+10% (no baseline)");
});

test("the nearest flip is told", () => {
  const table: readonly (readonly [Json, number, number | null, string | null])[] = [
    ["<=340", 351, null, "would be met at <= 340"],
    ["<500", 510, null, "would be met at < 500"],
    ["<500", 500, null, "would be met at < 500"],
    ["<500", 20, null, "would no longer be met at >= 500"],
    ["<=500", 500, null, "would no longer be met at > 500"],
    [">=0.9", 0.5, null, "would be met at >= 0.9"],
    ["=3", 5, null, "would be met at = 3"],
    ["=3", 3, null, "would no longer be met at < 3"],
    ["!=3", 3, null, "would be met at < 3"],
    ["!=3", 5, null, "would no longer be met at = 3"],
    ["<=+10%", 331, 300, "would be met at <= 330"],
    [["<500", "<=+10%"], 331, 300, "would be met at <= 330"],
    [[["<=100"], [">=1000"]], 950, null, "would be met at >= 1000"],
    [[["<=100"], [">=1000"]], 150, null, "would be met at <= 100"],
    [["<1", ">2"], 5, null, null],
    [[["<=1"], [">1"]], 5, null, null],
    ["<=+10%", 5, null, "would be judged with a baseline"],
  ];
  for (const [criteria, observed, baseline, flip] of table) {
    assert.equal(judge(criteria, observed, baseline).flip, flip, `${observed} against ${JSON.stringify(criteria)}`);
  }
});

const amounts = fc.integer({ min: -30, max: 30 }).map((units) => units / 4);
const HOLDS: Readonly<Record<string, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
};
const criterion = fc
  .tuple(fc.constantFrom("<", "<=", ">", ">=", "=", "!="), amounts, fc.constantFrom("", "%", "+"))
  .map(([operator, amount, mode]) => {
    if (mode === "") return `${operator}${Math.abs(amount)}`;
    return `${operator}${amount < 0 ? "-" : "+"}${Math.abs(amount)}${mode === "%" ? "%" : ""}`;
  });
const criteria = fc.array(fc.array(criterion, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

test("it agrees with plain arithmetic wherever that is exact", () => {
  fc.assert(
    fc.property(criteria, amounts, amounts, (groups, observed, baseline) => {
      const holds = (text: string): boolean => {
        const [, operator = "", sign = "", size = "", percent = ""] = /^([<>=!]+)([+-]?)([\d.]+)(%?)$/.exec(text) ?? [];
        const amount = Number(sign + size);
        // Times 100 everything is a multiple of 1/16, which binary fractions hold exactly.
        const bound =
          sign === "" ? amount * 100 : baseline * 100 + (percent === "" ? amount * 100 : Math.abs(baseline) * amount);
        const order = observed * 100 - bound;
        return HOLDS[operator]?.(order) ?? assert.fail(operator);
      };
      assert.equal(
        judge(groups, observed, baseline).met,
        groups.some((group) => group.every(holds)),
      );
    }),
  );
});

test("the value that is said to flip the answer flips it", () => {
  let flips = 0;
  fc.assert(
    fc.property(criteria, amounts, amounts, (groups, observed, baseline) => {
      const before = judge(groups, observed, baseline);
      const [, operator, at] = / at ([<>=]+) (-?[\d.]+)$/.exec(before.flip ?? "") ?? [];
      if (operator === undefined || at === undefined) return;
      flips += 1;
      const step = operator === "<" ? -1 : Number(operator === ">");
      const decimal = parseDecimal(at);
      assert.ok(decimal !== null);
      const beside = Number(formatDecimal({ units: decimal.units * 10_000n + BigInt(step), scale: decimal.scale + 4 }));
      assert.equal(judge(groups, beside, baseline).met, !before.met, `${observed}: ${before.flip}`);
    }),
  );
  assert.ok(flips > 10);
});
