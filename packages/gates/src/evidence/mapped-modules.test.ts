import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, TestMappingBody } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { mappedModule, testMapping, untested, withoutTestsOf } from "../scenes/test-mapping.ts";
import { isTested, mappingOf, pathsOf, untestedPaths } from "./mapped-modules.ts";

function inputOf(...bodies: readonly TestMappingBody[]): CheckInput {
  const evidence = sceneEvidence({ bodies: { [KIND.testMapping]: bodies } });
  return { candidate: SCENE_CANDIDATE, params: {}, baseline: null, nowMs: SCENE_NOW_MS, of: () => evidence as never };
}

test("modules without code are counted and left out", () => {
  const { modules, withoutCode } = mappingOf(inputOf(testMapping()));
  assert.equal(withoutCode, 1);
  assert.deepEqual(untestedPaths(modules), []);
  assert.equal(modules.length, 4);
});

test("what one piece of evidence finds a test of has a test", () => {
  const without = withoutTestsOf(testMapping(), "src/cart.ts", "src/tax.ts");
  const other = testMapping({ modules: [mappedModule("src/cart.ts"), untested("src/new.ts")], looseTests: ["b", "a"] });
  for (const bodies of [
    [without, other],
    [other, without],
  ]) {
    const mapping = mappingOf(inputOf(...bodies));
    assert.deepEqual(untestedPaths(mapping.modules), ["src/new.ts", "src/tax.ts"]);
    assert.equal(mapping.modules.length, 5);
    assert.deepEqual(pathsOf(mapping.bodies, "looseTests"), ["a", "b"]);
  }
});

test("only contexts, imports and names make a test", () => {
  const tested = (["context", "import", "name", "none", "no-code"] as const).map((by) =>
    isTested(mappedModule("a", { by })),
  );
  assert.deepEqual(tested, [true, true, true, false, false]);
});
