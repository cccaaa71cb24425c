import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { delta, reading, soakScene, tuning, withIterations } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

test("a path that is missed again and again is one path", () => {
  const refused = delta({ from: null, skipped: { reason: "unknown-path", text: "nothing there" } });
  const scene = withIterations((one) => ({ ...one, tuning: tuning({ proposed: [refused] }) }));
  const { reason, observed } = judgeScene(check, scene);
  assert.deepEqual([reason, observed], ["1 path not found: executor.concurrency", 1]);
});

test("a leaf that was clamped was found", () => {
  const readings = [reading(delta(), { after: 10, verdict: "clamped" })];
  const scene = withIterations((one) => ({ ...one, tuning: tuning({ proposed: [delta()], readings }) }));
  assert.equal(judgeScene(check, scene).reason, "8 leaves read back where the plan says");
});

test("a soak without tuning misses nothing", () => {
  assert.equal(
    judgeScene(
      check,
      withIterations((one) => ({ ...one, tuning: tuning() })),
    ).outcome,
    "pass",
  );
  assert.equal(judgeScene(check, soakScene()).reason, "1 leaf read back where the plan says");
});
