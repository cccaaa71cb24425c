import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { LoadSecond } from "../load/second.ts";
import { EVERYTHING, OK, P99, RATE, second, watchOf } from "./fixtures.test.ts";
import type { Objective, SloResult } from "./objective.ts";

const DURATION_S = 6;
const WINDOW = { sizeMs: 2000, stepMs: 1000, violationsMax: 1 };
const OBJECTIVES: readonly Objective[] = [
  P99,
  OK,
  RATE,
  { ...OK, id: "fast", within: { clock: "response", maxMs: 300 } },
  { ...P99, id: "p99-windows", window: WINDOW },
  { ...OK, id: "ok-windows", window: WINDOW },
  { ...P99, id: "nowhere", scope: { ...EVERYTHING, endpoint: "gone" } },
];

interface Traffic {
  readonly fast: number;
  readonly slow: number;
  readonly failed: number;
  readonly dropped: number;
}

const traffic = fc.record({
  fast: fc.oneof(fc.nat(900), fc.constant(0)),
  slow: fc.oneof(fc.nat(12), fc.nat(300), fc.constant(0)),
  failed: fc.oneof(fc.nat(6), fc.nat(300), fc.constant(0)),
  dropped: fc.oneof(fc.nat(3), fc.constant(0)),
});
/** Few runs of chance are good ones. */
const good = fc.record({
  fast: fc.integer({ min: 500, max: 900 }),
  slow: fc.nat(2),
  failed: fc.nat(1),
  dropped: fc.nat(1),
});
const runs = fc.oneof(
  fc.array(traffic, { minLength: 1, maxLength: DURATION_S + 3 }),
  fc.array(good, { minLength: DURATION_S - 1, maxLength: DURATION_S + 1 }),
);

function loadSecond(at: number, { fast, slow, failed, dropped }: Traffic): LoadSecond {
  return second(at, { 20: fast, 900: slow }, { failures: { 1: failed }, dropped });
}

function resultsOf(all: readonly Traffic[], validity: "valid" | "invalid" = "valid"): readonly SloResult[] {
  const watch = watchOf({ objectives: OBJECTIVES, durationMs: DURATION_S * 1000 });
  for (const [at, one] of all.entries()) watch.second([loadSecond(at, one)]);
  return watch.results(validity);
}

const byId = (results: readonly SloResult[]): Map<string, SloResult> => new Map(results.map((one) => [one.id, one]));
const sum = (all: readonly Traffic[], of: keyof Traffic): number => all.reduce((total, one) => total + one[of], 0);

test("a pass is earned: enough samples, a whole run, a figure within its bound, a name that is there", () => {
  let passed = 0;
  fc.assert(
    fc.property(runs, (all) => {
      for (const { id, outcome, samples, minSamples, kind, interval, bound, observed } of resultsOf(all)) {
        if (outcome !== "pass") continue;
        passed += 1;
        assert.notEqual(id, "nowhere");
        assert.ok(all.length >= DURATION_S, "the whole run was measured");
        assert.ok(samples > 0 && (id.endsWith("windows") || samples >= minSamples), `${id}: ${samples}`);
        if (kind === "percentile" && !id.endsWith("windows")) assert.ok((interval?.[1] ?? Infinity) <= bound);
        if (kind !== "percentile" && !id.endsWith("windows")) assert.ok((observed ?? -1) >= bound - 1e-9);
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(passed > 50, `${passed} passes were looked at`);
});

test("counts and budgets are those of the run, whatever came when", () => {
  fc.assert(
    fc.property(runs, (all) => {
      const results = byId(resultsOf(all));
      const ended = sum(all, "fast") + sum(all, "slow") + sum(all, "failed") + sum(all, "dropped");
      // What comes in after the end belongs to the last second, unless the run never got there.
      assert.equal(results.get("p99")?.samples, ended);
      const bad = sum(all, "failed") + sum(all, "dropped");
      assert.equal(results.get("ok")?.budget?.spent, bad);
      assert.equal(results.get("fast")?.budget?.spent, bad + sum(all, "slow"));
      assert.equal(results.get("ok")?.budget?.allowed, Math.floor(ended / 100));
    }),
  );
});

test("a request more that failed never turns a run into a pass", () => {
  fc.assert(
    fc.property(runs, fc.nat(DURATION_S), fc.integer({ min: 1, max: 400 }), (all, at, more) => {
      const before = byId(resultsOf(all));
      const worse = all.map((one, index) => (index === at % all.length ? { ...one, failed: one.failed + more } : one));
      for (const { id, outcome } of resultsOf(worse)) {
        // More samples may decide what few could not; they must not decide it well because they failed.
        if (outcome === "pass" && id !== "rate") assert.ok(before.get(id)?.outcome !== "fail", id);
      }
    }),
    { numRuns: 200 },
  );
});

test("in an invalid run there is no other outcome, and the figures are told all the same", () => {
  fc.assert(
    fc.property(runs, (all) => {
      const valid = byId(resultsOf(all));
      for (const { id, outcome, observed } of resultsOf(all, "invalid")) {
        assert.equal(outcome, "invalid");
        assert.equal(observed, valid.get(id)?.observed);
      }
    }),
  );
});

test("results are JSON, and say something", () => {
  fc.assert(
    fc.property(runs, (all) => {
      for (const result of resultsOf(all)) {
        assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
        assert.doesNotMatch(result.reason, /NaN|Infinity|undefined|null/);
      }
    }),
  );
});
