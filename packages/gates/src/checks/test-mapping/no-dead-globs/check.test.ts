import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { testMapping } from "../../../scenes/test-mapping.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("test-mapping", check);

test("each dead pattern is told once, whoever found it", () => {
  const bodies = {
    [KIND.testMapping]: [testMapping({ deadGlobs: ["b/**", "a/**"] }), testMapping({ deadGlobs: ["a/**"] })],
  };
  const result = judgeScene(check, { bodies });
  assert.equal(result.reason, "2 patterns fit no tracked file: a/**, b/**");
  assert.deepEqual(
    result.locations.map(({ text }) => text),
    ["a/** fits no tracked file", "b/** fits no tracked file"],
  );
});
