import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { soakScene, withValues } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

test("the soft bound does not help where the strict one is missed", () => {
  // 350 ms are within the soft 360 and beyond the strict 340.
  const { outcome, reason, flip } = judgeScene(
    check,
    withValues("p95_ms", () => 350),
  );
  assert.equal(outcome, "fail");
  assert.equal(reason, "p95_ms of market: median of 6 is 350 ms, wanted at most 340 ms");
  assert.equal(flip, "would pass at <= 340");
});

test("warm-up may be as slow as it likes", () => {
  assert.equal(
    judgeScene(
      check,
      withValues("p95_ms", (iteration) => (iteration < 3 ? 5000 : 300)),
    ).outcome,
    "pass",
  );
});

test("a trend is told beside the value", () => {
  const { reason } = judgeScene(
    check,
    withValues("p95_ms", (iteration) => 300 + iteration * 20),
  );
  assert.match(reason, /wanted at most 340 ms, and goes up$/u);
});

test("what it saw when it passes", () => {
  const { reason, observed, threshold } = judgeScene(check, soakScene());
  assert.equal(reason, "p95_ms: median of 6 is 305.5 ms; net_bps: mean of 6 is 3 bps");
  assert.deepEqual([observed, threshold], [2, 2]);
});
