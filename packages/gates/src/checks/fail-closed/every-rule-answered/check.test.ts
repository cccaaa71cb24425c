import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, harmRule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("what was attempted is told", () => {
  const result = judgeScene(
    check,
    harmRule("cors-closed", { got: null, attempted: "asks from elsewhere" })(failClosedScene()),
  );
  assert.equal(result.reason, "1 rule tried and never answered: cors-closed (asks from elsewhere)");
});

test("a skipped rule has no answer to give", () => {
  const scene = harmRule("cors-closed", { got: null, skipped: "not here" })(failClosedScene());
  assert.equal(judgeScene(check, scene).outcome, "pass");
});
