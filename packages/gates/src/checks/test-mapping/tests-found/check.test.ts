import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { testMapping } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

test("tests are counted each once over all evidence", () => {
  const bodies = {
    [KIND.testMapping]: [testMapping(), testMapping({ tests: ["src/cart.test.ts", "src/other.test.ts"] })],
  };
  const result = judgeScene(check, { bodies, params: { minTests: 6 } });
  assert.equal(result.observed, 5);
  assert.equal(result.code, "too-few-tests");
  assert.equal(judgeScene(check, { bodies, params: { minTests: 5 } }).outcome, "pass");
});
