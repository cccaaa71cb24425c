import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene, direct } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

const loose = direct("a", { range: "^1.0.0", exact: false });

function judged(params: JsonObject, ...ranges: (typeof loose)[]): ReturnType<typeof judgeScene> {
  return judgeScene(check, { ...dependenciesScene({ direct: ranges }), params });
}

test("peers are ranges by nature and only judged where asked for", () => {
  const peer = { ...loose, type: "peerDependencies" as const };
  assert.equal(judged({}, peer).outcome, "pass");
  assert.equal(judged({ types: ["peerDependencies"] }, peer).code, "range-not-exact");
});

test("an allowed package passes, and only it", () => {
  assert.equal(judged({ allow: ["a"] }, loose).outcome, "pass");
  const result = judged({ allow: ["a"] }, loose, { ...loose, name: "b" });
  assert.equal(result.reason, "1 of 2 ranges not exact: b@^1.0.0");
  assert.equal(judged({ allow: ["a", "gone"] }, loose).code, "entry-unused");
});

test("a fault is told before a dead exception", () => {
  assert.equal(judged({ allow: ["gone"] }, loose).code, "range-not-exact");
});
