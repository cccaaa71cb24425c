import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, Json, TestMappingBody } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { testMapping, withoutTestsOf } from "../scenes/test-mapping.ts";
import { mappingFacts, readMappingFacts } from "./mapping-facts.ts";

function inputOf(body: TestMappingBody, facts?: Json): CheckInput {
  const evidence = sceneEvidence({ bodies: { [KIND.testMapping]: [body] } });
  const baseline = facts === undefined ? null : ({ gates: [], facts: { "test-mapping": facts } } as never);
  return { candidate: SCENE_CANDIDATE, params: {}, baseline, nowMs: SCENE_NOW_MS, of: () => evidence as never };
}

test("facts name every module with something to test, and those without a test", () => {
  assert.deepEqual(mappingFacts(inputOf(withoutTestsOf(testMapping(), "src/tax.ts"))), {
    modules: ["src/cart.ts", "src/money.ts", "src/store/disk.ts", "src/tax.ts"],
    untested: ["src/tax.ts"],
    ratio: { covered: 3, total: 4 },
  });
});

test("what was left is read back, and anything else is nothing", () => {
  const facts = mappingFacts(inputOf(testMapping()));
  assert.deepEqual(readMappingFacts(inputOf(testMapping(), facts)), facts);
  assert.equal(readMappingFacts(inputOf(testMapping())), null);
  const wrong: readonly Json[] = [
    null,
    [],
    {},
    { ...facts, modules: [1] },
    { ...facts, untested: "none" },
    { ...facts, ratio: null },
    { ...facts, ratio: { covered: 5, total: 4 } },
    { ...facts, ratio: { covered: 3, total: 4 } },
    { ...facts, ratio: { covered: 4.5, total: 4 } },
    { ...facts, untested: ["src/tax.ts"] },
  ];
  for (const one of wrong) assert.equal(readMappingFacts(inputOf(testMapping(), one)), null, JSON.stringify(one));
});
