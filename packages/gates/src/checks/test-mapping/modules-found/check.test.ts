import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { testMapping } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

test("the limit itself is enough, and what holds no code does not count", () => {
  const scene = { bodies: { [KIND.testMapping]: [testMapping()] } };
  const result = judgeScene(check, { ...scene, params: { minModules: 4 } });
  assert.equal(result.outcome, "pass");
  assert.equal(result.reason, "4 modules with something to test, 1 without");
  assert.equal(judgeScene(check, { ...scene, params: { minModules: 5 } }).flip, "would pass at >= 5 modules");
});
