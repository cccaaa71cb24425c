import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { mappedModule, testMapping } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

function judged(far: number, params = {}): ReturnType<typeof judgeScene> {
  const modules = Array.from({ length: 10 }, (_, index) =>
    mappedModule(`m${index}.ts`, { distance: index < far ? 4 : 3 }),
  );
  return judgeScene(check, { bodies: { [KIND.testMapping]: [testMapping({ modules })] }, params });
}

test("so many modules may be far away, and so far is not far yet", () => {
  assert.equal(judged(2).outcome, "pass");
  assert.equal(judged(3).reason, "3 of 10 modules more than 3 imports from a test, 2 may be: m0.ts, m1.ts, m2.ts");
  assert.equal(judged(3, { maxDistance: 4 }).outcome, "pass");
  assert.equal(judged(0, { maxDistance: 2, maxFarPercent: 100 }).outcome, "pass");
});

test("modules that nothing is known to import are no matter of distance", () => {
  const modules = [
    mappedModule("a.rb", { by: "name", distance: null }),
    mappedModule("b.py", { by: "context", distance: null }),
  ];
  const result = judgeScene(check, { bodies: { [KIND.testMapping]: [testMapping({ modules })] } });
  assert.equal(result.outcome, "pass");
  assert.equal(result.observed, "0 (0 of 0)");
});
