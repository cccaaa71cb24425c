import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, rule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("what is new is counted, what is skipped now is dropped", () => {
  const baselineFacts = { "fail-closed": { rules: ["a"] } };
  const kept = judgeScene(check, { ...failClosedScene({ rules: [rule("a"), rule("b")] }), baselineFacts });
  assert.equal(kept.reason, "1 rule kept, 1 new");
  const skipped = failClosedScene({ rules: [rule("a", { skipped: "not here" }), rule("b")] });
  assert.equal(judgeScene(check, { ...skipped, baselineFacts }).code, "rule-dropped");
});

test("a promotion that this check did not judge has nothing to inherit", () => {
  assert.equal(judgeScene(check, { ...failClosedScene(), baselineFacts: {} }).outcome, "not-applicable");
});
