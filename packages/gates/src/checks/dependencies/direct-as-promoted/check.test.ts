import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { dependenciesScene, direct } from "../../../scenes/dependencies.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dependencies", check);

test("what is gone is told in a pass, what is new is listed with its manifest", () => {
  const baselineFacts = { dependencies: { direct: ["a", "old"], packages: 2 } };
  const pass = judgeScene(check, { ...dependenciesScene({ direct: [direct("a")] }), baselineFacts });
  assert.equal(pass.reason, "no direct dependency is new, gone: old");
  const warn = judgeScene(check, {
    ...dependenciesScene({ direct: [direct("a"), direct("b", { manifest: "x" })] }),
    baselineFacts,
  });
  assert.equal(warn.outcome, "warn");
  assert.deepEqual(warn.locations, [{ file: "x", text: "new: b 2.3.4" }]);
});

test("a promotion that this check did not judge has nothing to inherit", () => {
  assert.equal(judgeScene(check, { ...dependenciesScene(), baselineFacts: {} }).outcome, "not-applicable");
});
