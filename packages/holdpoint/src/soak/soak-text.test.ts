import assert from "node:assert/strict";
import { test } from "node:test";
import type { KpiResult, SoakBody, SoakIteration } from "@holdpoint/core";
import { soakIterationOf, tuningOf } from "@holdpoint/testkit";
import { iterationLine } from "./iteration-line.ts";
import { exitOfKpis } from "./soak-exit.ts";
import { soakText } from "./soak-text.ts";

const kpi = (id: string, outcome: KpiResult["outcome"]): KpiResult => ({
  id,
  aggregate: "max",
  bound: { operator: "<=", value: 340 },
  outcome,
  reason: `because of ${id}`,
  value: 1,
  values: [1],
  minSamples: 1,
  trend: "flat",
});

const TUNING: SoakIteration["tuning"] = tuningOf({
  proposed: [
    { parameter: "rebid.per_s", subsystem: "rebid", rule: "calm", from: 57, to: 51, skipped: null },
    { parameter: "edge", subsystem: "edge", rule: "x", from: 1, to: 2, skipped: { reason: "frozen", text: "" } },
  ],
  readings: [{ path: "rebid.per_s", before: 57, wanted: 51, after: 55, verdict: "clamped" }],
  guards: { frozen: ["rebid"], oscillating: [], latency: "ok", steady: false },
});

const ITERATION: SoakIteration = soakIterationOf({
  iteration: 3,
  phase: "warm-up",
  values: { p95_latency_ms: 341.2345, ratio: null },
  tuning: TUNING,
});

const body = (change: Partial<SoakBody>): SoakBody =>
  ({
    id: "market",
    planned: 8,
    iterations: [ITERATION],
    synthetic: false,
    aborted: null,
    tuningEnabled: true,
    kpis: { strict: [kpi("p95", "fail")], soft: [kpi("p95", "pass")] },
    deltas: { proposed: 2, skipped: 1, attempted: 1, fullyApplied: 0, fullApplyRatio: 0 },
    ...change,
  }) as SoakBody;

test("an iteration is a line: values, what changed, what is frozen", () => {
  assert.equal(
    iterationLine(ITERATION, 8),
    "3/8 warm-up  p95_latency_ms 341.2  ratio gap  rebid.per_s 57 → 51 (clamped)  frozen: rebid",
  );
  const problem = { code: "HP-SOAK-TIMEOUT", text: "late" };
  const tuning = { ...TUNING, proposed: [], guards: { ...TUNING.guards, frozen: [] } };
  assert.equal(iterationLine({ ...ITERATION, problem, tuning }, 8), "3/8 warm-up  HP-SOAK-TIMEOUT: late");
});

test("the end says the outcome by the set that judged, the deltas and where the reports are", () => {
  const terms = { set: "strict", outcome: "fail", folder: "runs/RUN_1" } as const;
  const text = soakText(body({}), terms);
  assert.match(text, /^market: fail by the strict bounds, 1 of 8 iterations, 0 of them steady\n/);
  assert.match(text, /^fail {2}p95 {2}because of p95$/m);
  assert.match(text, /2 proposed, 1 held back, 1 attempted, 0\.0 % applied in full\nReports: runs\/RUN_1$/);
  assert.doesNotMatch(text, /Synthetic|Cut short/);
  assert.match(soakText(body({}), { ...terms, set: "soft", outcome: "pass" }), /^pass {2}p95/m);
});

test("what was cut short, simulated, not tuned or not attempted says so", () => {
  const terms = { set: "strict", outcome: "inconclusive", folder: "r" } as const;
  const none = { proposed: 1, skipped: 1, attempted: 0, fullApplyRatio: null } as SoakBody["deltas"];
  const cut = soakText(body({ aborted: "interrupted in iteration 2", synthetic: true, deltas: none }), terms);
  assert.match(cut, /Cut short: interrupted in iteration 2/);
  assert.match(cut, /refuses it as release evidence/);
  assert.match(cut, /0 attempted, nothing attempted/);
  assert.match(soakText(body({ tuningEnabled: false }), terms), /tuning was off/);
});

test("pass, fail and inconclusive end with 0, 1 and 3", () => {
  assert.deepEqual((["pass", "fail", "inconclusive"] as const).map(exitOfKpis), [0, 1, 3]);
});
