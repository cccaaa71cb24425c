import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { mappedModule, testMapping, untested } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

function judged(tested: number, without: number, params = {}): ReturnType<typeof judgeScene> {
  const modules = Array.from({ length: tested + without }, (_, index) =>
    index < tested ? mappedModule(`m${index}.ts`) : untested(`m${index}.ts`),
  );
  const before = Array.from({ length: 100 }, (_, index) => `m${index}.ts`);
  const facts = { modules: before, untested: before.slice(90), ratio: { covered: 90, total: 100 } };
  return judgeScene(check, {
    bodies: { [KIND.testMapping]: [testMapping({ modules })] },
    baselineFacts: { "test-mapping": facts },
    params,
  });
}

test("the tolerance is met exactly", () => {
  assert.equal(judged(88, 12).outcome, "pass");
  assert.equal(judged(87, 13).code, "fell");
  assert.equal(judged(89, 11, { tolerancePoints: 0 }).code, "fell");
  assert.equal(judged(90, 10, { tolerancePoints: 0 }).outcome, "pass");
});

test("a fall says which modules are new without a test", () => {
  const result = judged(80, 20);
  assert.match(
    result.reason,
    /fell from 90\.00% \(90 of 100\) to 80\.00% \(80 of 100\), 2 points are tolerated; 20 have none/,
  );
  assert.match(result.reason, /new among them: m80\.ts, m81\.ts, m82\.ts and 7 more$/);
  assert.equal(result.flip, "would warn at <= 10 modules without a test");
});

test("no more without a test than before only warns", () => {
  assert.equal(judged(10, 10).code, "share-fell");
});
