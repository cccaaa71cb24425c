import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { applied, delta, soakScene, tuning, withIterations } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

test("every breach is named with its place", () => {
  const scene = withIterations((one) => (one.iteration === 6 ? { ...one, tuning: applied(delta({ to: 99 })) } : one));
  const { reason, flip } = judgeScene(check, scene);
  assert.equal(
    reason,
    "1 change by more than a step: executor.concurrency from 8 to 99 (market iteration 6); " +
      "1 change outside of the bounds: executor.concurrency from 8 to 99 (market iteration 6)",
  );
  assert.equal(flip, "would pass within one step");
});

test("a soak that changed nothing kept to everything", () => {
  const { outcome, reason } = judgeScene(
    check,
    withIterations((one) => ({ ...one, tuning: tuning() })),
  );
  assert.deepEqual([outcome, reason], ["pass", "0 changes within bounds, step, cooldown, subsystem and freeze"]);
  assert.equal(judgeScene(check, soakScene()).observed, 1);
});
