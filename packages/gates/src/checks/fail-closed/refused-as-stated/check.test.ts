import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { failClosedScene, harmRule } from "../../../scenes/fail-closed.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("fail-closed", check);

test("what was let through comes first", () => {
  const scene = harmRule("no-rule", { got: "frozen" })(harmRule("denial-stays", { got: "ALLOW" })(failClosedScene()));
  const result = judgeScene(check, scene);
  assert.equal(result.code, "let-through");
  assert.match(result.reason, /denial-stays: ALLOW, not no_rule; 1 rule refused for another reason: no-rule: frozen/);
});
