import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { soakScene, withIterations } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

test("six of eight are steady, and six may be asked for", () => {
  const judged = (steadyMin: number): string => judgeScene(check, { ...soakScene(), params: { steadyMin } }).code;
  assert.deepEqual([judged(6), judged(7)], ["pass", "too-few-steady"]);
});

test("none is never enough", () => {
  const { code } = judgeScene(check, { ...soakScene({ iterations: [] }), params: { steadyMin: 0 } });
  assert.equal(code, "too-few-steady");
});

test("it says which iteration was another phase", () => {
  const { reason, flip } = judgeScene(
    check,
    withIterations((one) => (one.iteration === 2 ? { ...one, phase: "steady" } : one)),
  );
  assert.equal(reason, "market iteration 2 was steady, and is ramp-down by the plan");
  assert.equal(flip, "would pass as ramp-down");
});
