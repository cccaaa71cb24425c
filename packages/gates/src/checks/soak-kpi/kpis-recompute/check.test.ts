import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { soak, soakScene, withValues } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

test("strict and soft results are both judged again", () => {
  const { kpis } = soak();
  const soft = kpis.soft.map((result) => ({ ...result, outcome: "pass" as const, value: 1 }));
  const { reason, observed } = judgeScene(check, soakScene({ kpis: { ...kpis, soft } }));
  assert.equal(observed, 2);
  assert.match(reason, /p95_ms of market \(soft\): pass 1, not pass 305\.5/u);
});

test("a result that misses, and one that is open, follow from their records as well", () => {
  assert.equal(
    judgeScene(
      check,
      withValues("p95_ms", () => 900),
    ).outcome,
    "pass",
  );
  assert.equal(
    judgeScene(
      check,
      withValues("p95_ms", () => null),
    ).reason,
    "4 results recomputed",
  );
});

test("a result over the warm-up, too, does not follow from the steady iterations", () => {
  const iterations = soak().iterations.map((one) => ({ ...one, phase: "steady" as const }));
  const { kpis } = soak({
    iterations,
    terms: { ...soak().terms, kpis: soak().terms.kpis.map((plan) => ({ ...plan, window: 8 })) },
  });
  assert.equal(judgeScene(check, soakScene({ kpis })).code, "differs");
});
