import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { testMapping } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

test("what is allowed is not told, by number or by pattern", () => {
  const bodies = { [KIND.testMapping]: [testMapping({ looseTests: ["e2e/a.test.ts", "src/tax.test.ts"] })] };
  assert.equal(
    judgeScene(check, { bodies }).reason,
    "2 of 4 tests lead to no module, 0 may: e2e/a.test.ts, src/tax.test.ts",
  );
  assert.equal(judgeScene(check, { bodies, params: { maxLoose: 2 } }).outcome, "pass");
  assert.equal(judgeScene(check, { bodies, params: { allowed: ["e2e/**"] } }).observed, 1);
  assert.equal(judgeScene(check, { bodies, params: { allowed: ["**"] } }).outcome, "pass");
});

test("allowing every test does not hide that none leads anywhere", () => {
  const body = testMapping();
  const bodies = { [KIND.testMapping]: [{ ...body, looseTests: body.tests }] };
  assert.equal(judgeScene(check, { bodies, params: { allowed: ["**"] } }).code, "all-loose");
});
