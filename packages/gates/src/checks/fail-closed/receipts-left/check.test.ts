import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, rule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("only where one is due", () => {
  const rules = [rule("a"), rule("b", { receipt: null })];
  assert.equal(judgeScene(check, failClosedScene({ rules })).reason, "1 receipt verified");
});

test("a skipped rule leaves nothing behind", () => {
  const gone = { present: false, verified: false };
  const rules = [rule("a"), rule("b", { receipt: gone, skipped: "not here" })];
  assert.equal(judgeScene(check, failClosedScene({ rules })).outcome, "pass");
});
