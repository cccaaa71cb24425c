import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, harmRule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("only a result or a receipt may be refused after the effect", () => {
  const one = { effects: 1 };
  assert.equal(judgeScene(check, harmRule("output-drift", one)(failClosedScene())).outcome, "pass");
  const strict = { ...harmRule("output-drift", one)(failClosedScene()), params: { effectPrecedes: [] } };
  assert.equal(judgeScene(check, strict).reason, "1 rule refused and had effects all the same: output-drift (1)");
});

test("a start that is refused has no target", () => {
  const scene = harmRule("tokens-required", { effects: null, component: "start" })(failClosedScene());
  assert.equal(judgeScene(check, scene).outcome, "pass");
});
