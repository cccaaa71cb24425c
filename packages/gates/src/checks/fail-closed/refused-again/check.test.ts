import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, rule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("rules that cannot be tried twice do not count", () => {
  const rules = [rule("a"), rule("b", { again: null }), rule("c", { skipped: "no", again: "SUCCEEDED" })];
  assert.equal(judgeScene(check, failClosedScene({ rules })).reason, "1 rule refused at the second try too");
});
