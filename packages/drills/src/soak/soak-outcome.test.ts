import assert from "node:assert/strict";
import { test } from "node:test";
import type { KpiOutcome, SoakBody } from "@holdpoint/core";
import { tuningOf } from "@holdpoint/testkit";
import { verifyDeltas } from "@holdpoint/core";
import { deltaOf, iterationOf, kpiResultOf, readingOf } from "./report/testing-report.ts";
import { FULL_APPLY_RATIO_MIN, judgeDeltas, soakOutcome } from "./soak-outcome.ts";

const OTHERWISE = {
  iteration: 2,
  field: "proposed",
  kpi: null,
  rule: "slow",
  parameter: "pool.size",
  recorded: "{}",
  replayed: null,
} as const;

const kpis = (...outcomes: KpiOutcome[]): SoakBody["kpis"] => ({
  strict: outcomes.map((outcome) => kpiResultOf({ outcome })),
  soft: outcomes.map(() => kpiResultOf()),
});

test("one that fails fails the soak, wherever it stands and whatever else is unknown", () => {
  const whole = (...outcomes: KpiOutcome[]): KpiOutcome =>
    soakOutcome({ kpis: kpis(...outcomes), aborted: null }, "strict");
  assert.equal(whole("pass", "pass"), "pass");
  assert.equal(whole("pass", "inconclusive"), "inconclusive");
  assert.equal(whole("inconclusive", "fail"), "fail");
  assert.equal(whole("fail", "pass"), "fail");
});

test("each set is judged for itself, and no set passes a run that was cut short", () => {
  const so = { kpis: kpis("fail"), aborted: null };
  assert.deepEqual([soakOutcome(so, "strict"), soakOutcome(so, "soft")], ["fail", "pass"]);
  assert.equal(soakOutcome({ ...so, aborted: "interrupted" }, "soft"), "inconclusive");
  assert.equal(soakOutcome({ kpis: { strict: [kpiResultOf()], soft: [] }, aborted: null }, "soft"), "inconclusive");
});

test("the reasons of deltas count what was attempted and say what is wanted", () => {
  const sound = (one: number) => iterationOf(one, { proposed: [deltaOf()], readings: [readingOf()] });
  const lost = (one: number) => iterationOf(one, { proposed: [deltaOf({ parameter: "edge" })] });
  const judged = (iterations: readonly ReturnType<typeof iterationOf>[], agrees = true) => {
    const difference = agrees ? null : OTHERWISE;
    return judgeDeltas({ deltas: verifyDeltas(iterations), replay: { agrees, iterations: 0, difference } }, "strict");
  };
  assert.deepEqual(judged([sound(1)]), {
    outcome: "pass",
    reason: "1 of 1 attempted deltas were there in full when they were read back",
    ratioMin: 0.95,
  });
  assert.match(judged([sound(1), lost(2)]).reason, /^1 of 2 attempted .*, 0\.95 is wanted$/);
  assert.match(judged([iterationOf(1, tuningOf())]).reason, /nothing is proved/);
  assert.match(
    judged([sound(1)], false).reason,
    /^iteration 2: the decision of slow on pool\.size is none, recorded is \{\}$/,
  );
  assert.equal(judged([], false).outcome, "fail", "what does not replay is no evidence of anything");
});

test("the strict share is above the soft one, and neither is all or nothing", () => {
  const { strict, soft } = FULL_APPLY_RATIO_MIN;
  assert.ok(0.5 < soft && soft < strict && strict < 1);
});
