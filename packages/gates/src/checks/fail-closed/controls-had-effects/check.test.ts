import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, rule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("a rule without a target needs no unharmed call", () => {
  const rules = [rule("a"), rule("b", { effects: null, control: null })];
  const reason = "the unharmed call had its effect beside each of 1 rule";
  assert.equal(judgeScene(check, failClosedScene({ rules })).reason, reason);
});
