import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, rule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("the list is a parameter, and why a rule was skipped is told", () => {
  const rules = [rule("a"), rule("b", { skipped: "no way to do it" })];
  const judged = (...required: string[]): ReturnType<typeof judgeScene> =>
    judgeScene(check, { ...failClosedScene({ rules }), params: { required } });
  assert.equal(judged("a").reason, "1 required rule tried, 2 rules in all");
  assert.equal(judged("a", "b").reason, "1 required rule skipped: b (no way to do it)");
  assert.equal(judged("c").code, "rule-absent");
});
