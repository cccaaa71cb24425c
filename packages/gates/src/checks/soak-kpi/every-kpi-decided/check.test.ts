import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { soak, soakScene, withValues } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

test("it names the KPI and why", () => {
  const { reason } = judgeScene(
    check,
    withValues("p95_ms", (iteration) => (iteration === 7 ? null : 300)),
  );
  assert.equal(reason, "1 KPI could not be decided: p95_ms of market (1 of the last 6 iterations have no value)");
});

test("a gap before the window does not matter, a result without a value does", () => {
  assert.equal(
    judgeScene(
      check,
      withValues("p95_ms", (iteration) => (iteration < 3 ? null : 300)),
    ).outcome,
    "pass",
  );
  const strict = soak().kpis.strict.map((result) => ({ ...result, value: null }));
  assert.equal(judgeScene(check, soakScene({ kpis: { strict, soft: [] } })).code, "inconclusive");
});

test("a KPI that was missed is decided", () => {
  assert.equal(
    judgeScene(
      check,
      withValues("p95_ms", () => 900),
    ).outcome,
    "pass",
  );
});
