import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { testMapping, untested, withoutTestsOf } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

function judged(untestedThen: readonly string[], body: ReturnType<typeof testMapping>): ReturnType<typeof judgeScene> {
  const modules = ["src/cart.ts", "src/gone.ts", "src/tax.ts"];
  const ratio = { covered: 3 - untestedThen.length, total: 3 };
  const baselineFacts = { "test-mapping": { modules, untested: untestedThen, ratio } };
  return judgeScene(check, { bodies: { [KIND.testMapping]: [body] }, baselineFacts });
}

test("what had no test before, is new, or was deleted has lost nothing", () => {
  const now = withoutTestsOf(testMapping(), "src/tax.ts", "src/money.ts");
  assert.equal(judged(["src/tax.ts"], now).outcome, "pass");
  const result = judged([], now);
  assert.equal(result.reason, "1 of 2 modules lost their tests: src/tax.ts");
});

test("a module that is only new is none of this check's", () => {
  assert.equal(judged([], { ...testMapping(), modules: [untested("src/new.ts")] }).outcome, "pass");
});
