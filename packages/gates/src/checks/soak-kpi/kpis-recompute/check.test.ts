import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakIteration } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { soak, soakScene, withIterations, withValues } from "../../../scenes/soak.ts";
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

test("a value is what its summary says, a gap as well; without a summary all of it is a gap", () => {
  const code = (summary: SoakIteration["summary"], p95_ms: number | null): string =>
    judgeScene(
      check,
      withIterations((one) => (one.iteration === 5 ? { ...one, summary, values: { ...one.values, p95_ms } } : one)),
    ).code;
  assert.equal(code({ p95_ms: 300, net_bps: 3 }, 300), "pass");
  assert.equal(code({ p95_ms: 301, net_bps: 3 }, 300), "not-in-summary");
  assert.equal(code({ net_bps: 3 }, 300), "not-in-summary");
  assert.equal(code({ net_bps: 3 }, null), "pass");
  assert.equal(code({ p95_ms: 300, net_bps: 3 }, null), "not-in-summary");
  assert.deepEqual([code(null, 300), code(null, null)], ["not-in-summary", "not-in-summary"]);
});

test("an iteration that failed has no values, whatever its summary says", () => {
  const problem = { code: "timeout", text: "too late" };
  const code = (p95_ms: number | null): string =>
    judgeScene(
      check,
      withIterations((one) => (one.iteration === 5 ? { ...one, problem, values: { p95_ms, net_bps: null } } : one)),
    ).code;
  assert.deepEqual([code(null), code(305)], ["pass", "not-in-summary"]);
});

test("figures of a load are held against the summary as far as it keeps them", () => {
  const { terms } = soak();
  const kpis = terms.kpis.map((plan) => ({ ...plan, select: { from: "load", path: "response.p95" } as const }));
  const code = (p95: number): string => {
    const summary = { response: { p95 } };
    const iterations = soak().iterations.map((one) => ({ ...one, summary, values: { p95_ms: 300, net_bps: 300 } }));
    return judgeScene(check, soakScene({ iterations, terms: { ...terms, kpis } })).code;
  };
  assert.deepEqual([code(300), code(301)], ["pass", "not-in-summary"]);
});

test("values from elsewhere than the summary are not held against it", () => {
  const { terms } = soak();
  const kpis = terms.kpis.map((plan) => ({ ...plan, select: { from: "load", path: "response.p95" } as const }));
  const iterations = soak().iterations.map((one) => ({ ...one, summary: { other: 1 } }));
  assert.equal(judgeScene(check, soakScene({ iterations, terms: { ...terms, kpis } })).outcome, "pass");
});
