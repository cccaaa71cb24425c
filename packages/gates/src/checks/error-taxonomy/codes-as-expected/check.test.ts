import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("expected and got stand side by side", () => {
  const result = judgeScene(check, harmProvocation("busy", { code: "HP-GATEWAY-BODY" })(taxonomyScene()));
  assert.equal(result.reason, "1 answer had another code: busy: HP-GATEWAY-BODY, not HP-GATEWAY-BUSY");
  assert.equal(result.threshold, 0);
});
