import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { soakScene, withIterations } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

test("it says how many were done, and why it ended", () => {
  assert.equal(judgeScene(check, soakScene()).reason, "8 of 8 iterations done");
  const aborted = { aborted: "the target is down", iterations: [] };
  const { reason } = judgeScene(check, soakScene(aborted));
  assert.equal(reason, "market was aborted: the target is down; market has 0 of 8 planned iterations");
});

test("numbers begin at 1", () => {
  const { code, observed, threshold } = judgeScene(
    check,
    withIterations((one) => ({ ...one, iteration: one.iteration - 1 })),
  );
  assert.deepEqual([code, observed, threshold], ["out-of-order", 0, 1]);
});

test("an iteration that ends before it begins is out of order", () => {
  const scene = withIterations((one) => (one.iteration === 8 ? { ...one, finishedAtMs: 1 } : one));
  assert.equal(judgeScene(check, scene).code, "out-of-order");
});

test("one after the other without a pause is fine", () => {
  const scene = withIterations((one) => ({ ...one, finishedAtMs: one.startedAtMs + 60_000 }));
  assert.equal(judgeScene(check, scene).outcome, "pass");
});
