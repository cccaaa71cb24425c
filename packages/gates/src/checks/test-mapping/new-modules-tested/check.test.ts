import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { mappedModule, testMapping, untested } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

test("only what is new is asked for, and so many may be without", () => {
  const modules = [untested("a.ts"), mappedModule("b.ts"), untested("c.ts"), untested("d.ts")];
  const scene = {
    bodies: { [KIND.testMapping]: [testMapping({ modules })] },
    baselineFacts: { "test-mapping": { modules: ["a.ts"], untested: ["a.ts"], ratio: { covered: 0, total: 1 } } },
  };
  const result = judgeScene(check, scene);
  assert.equal(result.reason, "2 of 3 new modules without a test, 0 may be: c.ts, d.ts");
  assert.equal(result.locations[0]?.file, "c.ts");
  assert.equal(judgeScene(check, { ...scene, params: { maxUntested: 2 } }).outcome, "pass");
});
