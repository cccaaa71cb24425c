import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isHoldpointError } from "../errors/holdpoint-error.ts";
import { CRITERIA_GROUPS_MAX, CRITERION_CHARS_MAX, criteriaText } from "./criterion.ts";
import { parseCriteria, parseCriterion } from "./parse.ts";

test("a value without a sign is fixed, one with a sign is relative", () => {
  assert.deepEqual(parseCriterion("<500"), {
    text: "<500",
    operator: "<",
    against: "fixed",
    amount: { units: 500n, scale: 0 },
  });
  assert.deepEqual(parseCriterion("<=+10%"), {
    text: "<=+10%",
    operator: "<=",
    against: "percent",
    amount: { units: 10n, scale: 0 },
  });
  assert.equal(parseCriterion("<=+10").against, "difference");
  assert.deepEqual(parseCriterion(">=-2.50%").amount, { units: -25n, scale: 1 });
});

test("every operator is read whole, with white space around", () => {
  for (const operator of ["<", "<=", ">", ">=", "=", "!="]) {
    assert.equal(parseCriterion(` ${operator}  1.5 `).operator, operator);
    assert.equal(parseCriterion(` ${operator}  1.5 `).text, `${operator}1.5`);
  }
});

test("AND inside a list, OR between lists", () => {
  const shape = (value: Parameters<typeof parseCriteria>[0]): string[][] =>
    parseCriteria(value).map((group) => group.map((one) => one.text));
  assert.deepEqual(shape("<1"), [["<1"]]);
  assert.deepEqual(shape(["<1", ">0"]), [["<1", ">0"]]);
  assert.deepEqual(shape([["<500", "<=+10%"], ["<200"]]), [["<500", "<=+10%"], ["<200"]]);
  assert.equal(criteriaText(parseCriteria([["<500", "<=+10%"], ["<200"]])), "<500 and <=+10%, or <200");
});

test("an error says which character is wrong", () => {
  const place = { file: "holdpoint.yaml", line: 7, column: 20 };
  const columns: readonly (readonly [string, number])[] = [
    ["500", 20],
    ["", 20],
    ["  about 5", 22],
    ["<", 21],
    ["<= five", 23],
    ["<10%", 23],
    ["<5 ms", 23],
    ["<5%", 22],
    ["<+5%%", 24],
    ["==5", 21],
    ["<.5", 21],
    ["<5.", 22],
    ["<1,000", 22],
    ["< - 5", 22],
    ["<1e3", 22],
    ["<=NaN", 22],
  ];
  for (const [text, column] of columns) {
    assert.throws(() => parseCriterion(text, place), { code: "HP-CONFIG-VALUE", place: { ...place, column } }, text);
  }
});

test("criteria that nothing could miss are refused, and so are too many", () => {
  const code = "HP-CONFIG-VALUE";
  for (const empty of [[], [[]], [["<1"], []]])
    assert.throws(() => parseCriteria(empty), { code, message: /nothing could miss/ });
  for (const odd of [null, 5, true, {}, [5], [["<1"], "<2"], [["<1", ["<2"]]]])
    assert.throws(() => parseCriteria(odd), { code });
  assert.throws(() => parseCriteria(Array.from({ length: CRITERIA_GROUPS_MAX + 1 }, () => ["<1"])), {
    code,
    message: /at most/,
  });
  assert.throws(() => parseCriterion(`<${"1".repeat(CRITERION_CHARS_MAX)}`), { code, message: /longer than/ });
});

test("any text is read or refused with the registered error", () => {
  const texts = fc.oneof(fc.string(), fc.stringMatching(/^[<>=!]{1,2} ?[+-]?\d{0,3}\.?\d{0,2}%?$/));
  fc.assert(
    fc.property(texts, (text) => {
      try {
        const read = parseCriterion(text);
        assert.deepEqual(parseCriterion(read.text), read, "what is shown is read as the same");
      } catch (thrown) {
        assert.ok(isHoldpointError(thrown) && thrown.code === "HP-CONFIG-VALUE", String(thrown));
      }
    }),
  );
});
