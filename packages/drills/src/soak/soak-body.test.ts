import assert from "node:assert/strict";
import { test } from "node:test";
import { soakBody, soakPlanDigest, targetText } from "./soak-body.ts";
import { judgeDeltas, soakOutcome } from "./soak-outcome.ts";
import { fakeSoak, reportInput, soakPlanOf } from "./testing-soak.ts";

test("only steady iterations are judged, by both sets of bounds", async () => {
  const { body } = await reportInput();
  assert.deepEqual(body.kpis.strict[0]?.values, [300, 300, 300, 300]);
  assert.deepEqual([soakOutcome(body, "strict"), soakOutcome(body, "soft")], ["pass", "pass"]);
  assert.deepEqual([body.deltas.attempted, body.deltas.fullApplyRatio, body.replay.agrees], [2, 1, true]);
  assert.deepEqual(body.terms.phases, { warmUp: 3, rampDown: 1 });
});

test("without tuning the same target fails strict and soft", async () => {
  const { body } = await reportInput({}, { ports: { tune: false } });
  assert.deepEqual([soakOutcome(body, "strict"), soakOutcome(body, "soft")], ["fail", "fail"]);
  assert.equal(body.deltas.fullApplyRatio, null);
});

test("a gap, a run that was cut short, and no KPI are inconclusive; a failure stays one", async () => {
  const { body } = await reportInput({}, { measured: { 7: { summary: {} } } });
  assert.equal(soakOutcome(body, "strict"), "inconclusive");
  const whole = (await reportInput()).body;
  assert.equal(soakOutcome({ ...whole, aborted: "interrupted" }, "strict"), "inconclusive");
  assert.equal(soakOutcome({ kpis: { strict: [], soft: [] }, aborted: null }, "strict"), "inconclusive");
  const failing = (await reportInput({}, { ports: { tune: false } })).body;
  assert.equal(soakOutcome({ ...failing, aborted: "interrupted" }, "strict"), "fail");
});

test("deltas: 0.95 strict and 0.60 soft of what was attempted; nothing attempted is no 1.0", async () => {
  const { body } = await reportInput();
  const with_ = (fullApplyRatio: number | null) => ({ ...body, deltas: { ...body.deltas, fullApplyRatio } });
  const outcomes = (ratio: number | null) =>
    (["strict", "soft"] as const).map((set) => judgeDeltas(with_(ratio), set).outcome);
  assert.deepEqual(outcomes(0.95), ["pass", "pass"]);
  assert.deepEqual(outcomes(0.94), ["fail", "pass"]);
  assert.deepEqual(outcomes(0.6), ["fail", "pass"]);
  assert.deepEqual(outcomes(0.59), ["fail", "fail"]);
  assert.deepEqual(outcomes(null), ["inconclusive", "inconclusive"]);
  assert.equal(judgeDeltas({ ...body, replay: { ...body.replay, agrees: false } }, "soft").outcome, "fail");
});

test("a recorded decision that its KPIs do not give does not agree", async () => {
  const plan = soakPlanOf();
  const { run } = await fakeSoak(plan);
  const changed = run.iterations.map((one) => (one.iteration === 1 ? { ...one, values: { p95: 100 } } : one));
  const body = soakBody(plan, { run: "RUN_1", iterations: changed, tuningEnabled: true, aborted: null });
  const { field, kpi, recorded, replayed } = body.replay.difference ?? {};
  assert.deepEqual([field, kpi, recorded, replayed], ["values", "p95", "100", "600"]);
});

test("the digest is the plan's, the target is named without what may be secret", () => {
  assert.notEqual(soakPlanDigest(soakPlanOf()), soakPlanDigest(soakPlanOf({ iterations: 9 })));
  assert.equal(targetText(soakPlanOf().target), "./iterate --fast");
  const load = { url: "http://127.0.0.1:8080/a?token=1" } as never;
  assert.equal(targetText({ kind: "http", load, metricsUrl: null }), "http://127.0.0.1:8080/a");
});
