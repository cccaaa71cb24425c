import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { testMapping, withoutTestsOf } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

const part = (id: string, path: string, critical: boolean): JsonObject => ({
  id,
  paths: [path],
  floors: { lines: 1 },
  critical,
});

test("only components that are called critical are asked for", () => {
  const bodies = { [KIND.testMapping]: [withoutTestsOf(testMapping(), "src/store/disk.ts")] };
  const store = part("store", "src/store/**", false);
  assert.equal(judgeScene(check, { bodies, params: { components: [store] } }).outcome, "not-applicable");
  const cart = part("cart", "src/cart.ts", true);
  assert.equal(judgeScene(check, { bodies, params: { components: [store, cart] } }).outcome, "pass");
  const result = judgeScene(check, { bodies, params: { components: [part("all", "src/**", true)] } });
  assert.equal(result.reason, "component all: 1 of 4 modules without a test: src/store/disk.ts");
  assert.equal(result.locations[0]?.file, "src/store/disk.ts");
});

test("a component that is not understood is an error", () => {
  const bodies = { [KIND.testMapping]: [testMapping()] };
  assert.equal(judgeScene(check, { bodies, params: { components: [{ id: "a" }] } }).code, "check-threw");
});
