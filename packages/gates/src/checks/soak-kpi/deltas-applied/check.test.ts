import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakTuning } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { applied, delta, reading, soakScene, tuning, withIterations } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

const withTuning = (tuningOf: (iteration: number) => SoakTuning): ReturnType<typeof withIterations> =>
  withIterations((one) => ({ ...one, tuning: tuningOf(one.iteration) }));

test("where nothing was attempted there is no ratio, and that is no proof", () => {
  const { outcome, code } = judgeScene(
    check,
    withTuning(() => tuning()),
  );
  assert.deepEqual([outcome, code], ["not-applicable", "nothing-attempted"]);
});

test("nineteen of twenty are enough, eighteen are not", () => {
  const many = (bad: number): ReturnType<typeof withIterations> =>
    withTuning((iteration) => {
      const deltas = Array.from({ length: iteration === 3 ? 20 : 0 }, (_, n) => delta({ parameter: `p${n}` }));
      const clamped = (n: number): object => (n < bad ? { after: 9, verdict: "clamped" } : {});
      return tuning({ proposed: deltas, readings: deltas.map((one, n) => reading(one, clamped(n))) });
    });
  assert.equal(judgeScene(check, many(1)).outcome, "pass");
  const { code, observed, reason } = judgeScene(check, many(2));
  assert.deepEqual([code, observed], ["ratio-low", 0.9]);
  assert.equal(
    reason,
    "18 of 20 changes of market were fully applied (2 clamped, 0 ignored, 0 missing), 0.95 of them must be",
  );
});

test("an attempt without a reading cannot count as applied", () => {
  const unread = { ...applied(delta()), readings: [] };
  assert.equal(
    judgeScene(
      check,
      withTuning((iteration) => (iteration === 3 ? unread : tuning())),
    ).code,
    "miscounted",
  );
});

test("skipped changes stand apart", () => {
  const skipped = delta({ skipped: { reason: "frozen", text: "frozen" } });
  const { outcome, reason } = judgeScene(
    check,
    withTuning((iteration) => (iteration === 3 ? applied(delta(), skipped) : tuning())),
  );
  assert.deepEqual([outcome, reason], ["pass", "1 of 1 changes were read back as wanted, 1 were skipped"]);
});

test("a ratio that is none is an error", () => {
  assert.equal(judgeScene(check, { ...soakScene(), params: { fullApplyRatioMin: 95 } }).outcome, "error");
});
