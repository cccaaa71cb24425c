import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { testMapping, withoutTestsOf } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

test("the floor is met exactly, in whole modules", () => {
  const bodies = { [KIND.testMapping]: [withoutTestsOf(testMapping(), "src/tax.ts")] };
  assert.equal(judgeScene(check, { bodies, params: { ratioPercent: 75 } }).outcome, "pass");
  const result = judgeScene(check, { bodies, params: { ratioPercent: 75.01 } });
  assert.equal(result.code, "below-floor");
  assert.equal(result.reason, "75.00% of the modules have a test (3 of 4), 1 module short of 75.01%: src/tax.ts");
  assert.deepEqual(result.locations, [{ file: "src/tax.ts", text: "no test leads to it" }]);
});

test("a floor of nothing is told to be dead", () => {
  const bodies = { [KIND.testMapping]: [testMapping()] };
  assert.match(judgeScene(check, { bodies, params: { ratioPercent: 0 } }).reason, /a floor of 0% holds nothing$/);
});
