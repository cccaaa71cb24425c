import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, rule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("every untried part is named", () => {
  const rules = [rule("a", { component: "start" }), rule("b", { component: "http", skipped: "not here" })];
  const params = { components: ["start", "http", "ledger"] };
  const result = judgeScene(check, { ...failClosedScene({ rules }), params });
  assert.equal(result.reason, "2 parts not tried at all: http, ledger");
});
