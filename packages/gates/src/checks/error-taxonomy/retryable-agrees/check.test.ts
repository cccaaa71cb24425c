import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("what was said is told", () => {
  const result = judgeScene(check, harmProvocation("action-0", { retryable: false })(taxonomyScene()));
  assert.equal(result.reason, "1 error said another thing than the registry: action-0 (HP-ACTION-TIMEOUT: false)");
});
