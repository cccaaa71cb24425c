import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, SoakBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { applied, delta, reading, soak, soakIteration, tuning, withValues } from "../scenes/soak.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { soakKpi } from "./soak-kpi.ts";

const judged = (changes: Partial<SoakBody> = {}): ReturnType<typeof judgeWhole> =>
  judgeWhole(soakKpi, { bodies: { [KIND.soak]: [soak(changes)] } });

test("a whole soak passes everything, and is the first of its kind", () => {
  const result = judged();
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["not-worse-than-promoted"]);
  assert.equal(ending(result, "pass").length, soakKpi.checks.length - 1);
});

test("a soak without tuning passes: there is nothing to apply", () => {
  const iterations = Array.from({ length: 8 }, (_, index) =>
    soakIteration(index + 1, { tuning: tuning({ enabled: false }) }),
  );
  const result = judged({ iterations, tuningEnabled: false });
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["not-worse-than-promoted", "deltas-applied"]);
});

test("row 5 of the ancestors: parameters that never changed give no ratio of 1.0", () => {
  const ignored = tuning({ proposed: [delta()], readings: [reading(delta(), { after: 8, verdict: "ignored" })] });
  const iterations = soak().iterations.map((one) => (one.iteration % 2 === 1 ? { ...one, tuning: ignored } : one));
  const claimed = { ...soak({ iterations }).deltas, fullyApplied: 4, ignored: 0, fullApplyRatio: 1 };
  assert.deepEqual(ending(judged({ iterations }), "fail"), ["deltas-applied"]);
  assert.deepEqual(ending(judged({ iterations, deltas: claimed }), "fail"), ["deltas-applied"]);
});

test("a simulation proves nothing about the service, however good its figures", () => {
  const result = judged({ synthetic: true });
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(result, "missing"), ["target-is-real"]);
});

test("KPIs that never came are open, not kept", () => {
  const result = judgeWhole(
    soakKpi,
    withValues("p95_ms", () => null),
  );
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.deepEqual(ending(result, "missing"), ["every-kpi-decided"]);
  assert.equal(judgeWhole(soakKpi, { bodies: {} }).verdict, "INCONCLUSIVE");
});

test("what one promotion leaves is what the next is held to", () => {
  const input = { of: () => [{ evidence: { body: soak() } }] } as unknown as CheckInput;
  const baselineFacts = { "soak-kpi": soakKpi.facts?.(input) ?? {} };
  const same = judgeWhole(soakKpi, { bodies: { [KIND.soak]: [soak()] }, baselineFacts });
  assert.equal(ending(same, "pass").length, soakKpi.checks.length);
  const slower = judgeWhole(soakKpi, { ...withValues("p95_ms", () => 335), baselineFacts });
  assert.deepEqual(ending(slower, "fail"), ["not-worse-than-promoted"]);
});

test("two changes at once fail the guards alone", () => {
  const both = applied(delta(), delta({ parameter: "edge.spread_bps", subsystem: "edge", from: 1, to: 1.5 }));
  const iterations = soak().iterations.map((one) => (one.iteration === 6 ? { ...one, tuning: both } : one));
  assert.deepEqual(ending(judged({ iterations }), "fail"), ["guards-respected"]);
});
