import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { testMapping } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

test("each place is named, what cannot be read before what leads nowhere", () => {
  const unresolved = [{ path: "src/cart.ts", line: 7, specifier: "./gen.ts" }];
  const unreadable = [{ path: "src/tax.ts", text: "a NUL byte" }];
  const bodies = { [KIND.testMapping]: [testMapping({ unresolved, unreadable })] };
  const result = judgeScene(check, { bodies });
  assert.equal(result.code, "unreadable");
  assert.deepEqual(result.locations, [
    { file: "src/tax.ts", text: "a NUL byte" },
    { file: "src/cart.ts", line: 7, text: "./gen.ts leads to no tracked file" },
  ]);
  assert.equal(judgeScene(check, { bodies, params: { maxUnreadable: 1 } }).code, "unresolved");
  assert.equal(judgeScene(check, { bodies, params: { maxUnreadable: 1, maxUnresolved: 1 } }).outcome, "pass");
});
