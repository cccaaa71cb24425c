import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, harmRule, rule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("a skipped rule stands for nothing", () => {
  const result = judgeScene(check, harmRule("budget-error", { skipped: "not here" })(failClosedScene()));
  assert.equal(result.reason, "1 row without a rule that was tried: row 2");
});

test("one rule may stand for many rows", () => {
  const rules = [rule("all", { rows: [1, 2, 3] })];
  assert.equal(judgeScene(check, { ...failClosedScene({ rules }), params: { rows: 3 } }).outcome, "pass");
  assert.equal(judgeScene(check, { ...failClosedScene({ rules }), params: { rows: 4 } }).observed, 1);
});
