import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { withIterations } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

test("a problem counts also where there is a summary, and in the warm-up", () => {
  const scene = withIterations((one) =>
    one.iteration === 1 ? { ...one, problem: { code: "HP-SOAK-TIMEOUT", text: "after 60 s" } } : one,
  );
  const { outcome, reason, observed } = judgeScene(check, scene);
  assert.deepEqual([outcome, observed], ["fail", 1]);
  assert.equal(reason, "1 iteration failed: market iteration 1 (HP-SOAK-TIMEOUT: after 60 s)");
});

test("silence and failure are told apart, and silence comes first: it cannot be waived", () => {
  const scene = withIterations((one) => {
    if (one.iteration === 2) return { ...one, summary: null };
    return one.iteration === 3 ? { ...one, problem: { code: "X", text: "y" } } : one;
  });
  assert.deepEqual([judgeScene(check, scene).outcome, judgeScene(check, scene).code], ["missing", "without-summary"]);
});
