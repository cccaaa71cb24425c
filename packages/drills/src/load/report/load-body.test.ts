import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadPlan } from "@holdpoint/core";
import { plan, request } from "../flow/testing-plan.ts";
import { phase } from "../schedule/testing-phases.ts";
import type { BodyTerms } from "./load-body.ts";
import { loadBody, planDigest } from "./load-body.ts";
import { RunTally } from "./run-tally.ts";
import { LOAD_SERIES_MAX, seriesOf } from "./series-of.ts";
import { second, slice, workerSecond } from "./testing-seconds.ts";
import { compileFlows } from "../flow/compile-flows.ts";

const terms = (over: Partial<BodyTerms> = {}): BodyTerms => ({
  id: "load",
  plan: plan(),
  version: "1.2.3",
  durationMs: 1000,
  reasons: [],
  slo: [],
  queue: { max: 2, waited: 3 },
  testbed: { text: "a machine", sha256: "0".repeat(64) },
  cpuS: 0.5,
  ...over,
});

function tallied(): RunTally {
  const tally = new RunTally(1);
  // Two requests an arrival: a flow of two steps.
  tally.take(workerSecond(0, [second(0, [1000, 2000], { lag: slice(500) })], { started: 1, failures: [["x", 1]] }));
  return tally;
}

describe("the report of a run", () => {
  test("requests are counted as requests, and arrivals against the rate that was asked for", () => {
    const body = loadBody(tallied(), terms());
    assert.deepEqual([body.target, body.achieved, body.sent, body.due], [100, 1, 2, 2]);
    assert.deepEqual(body.lag, { count: 1, p50: 0.5, p99: 0.5, max: 0.5 });
    assert.deepEqual([body.response?.max, body.validity, body.trust], [2, "valid", "open-both-clocks"]);
    assert.deepEqual(body.failures, [{ kind: "x", count: 1 }]);
    assert.deepEqual([body.windows.length, body.series.length, body.tool.version], [1, 1, "1.2.3"]);
    assert.doesNotThrow(() => JSON.stringify(body));
  });

  test("a reason makes it invalid; a run whose clock never began has no rate", () => {
    const reasons = [{ code: "target-down", text: "nobody" }];
    const body = loadBody(new RunTally(1), terms({ reasons, durationMs: 0 }));
    assert.deepEqual([body.validity, body.achieved, body.response, body.lag], ["invalid", null, null, null]);
  });

  test("a closed part makes the whole closed, and trusted no more than that", () => {
    const phases = [phase({ kind: "closed", users: 3 }, 1000), phase({ kind: "constant", ratePerS: 1 }, 1000)];
    const body = loadBody(tallied(), terms({ plan: plan({ phases }) }));
    assert.deepEqual([body.trust, body.terms.model, body.target], ["closed-service-only", "closed", null]);
    assert.deepEqual(body.terms.arrivals, ["closed", "constant"]);
  });

  test("the digest of a plan changes with anything in it, and with nothing else", () => {
    const base = planDigest(plan());
    assert.equal(planDigest({ ...plan() }), base);
    const changes: readonly Partial<LoadPlan>[] = [{ seed: 2 }, { connections: 3 }, { url: "http://other.example" }];
    for (const change of changes) assert.notEqual(planDigest(plan(change)), base);
  });
});

describe("series", () => {
  test("each name once, in the order of the plan", () => {
    const steps = [request({ tags: ["a"] }), request({ endpoint: "other", tags: ["a", "b"] }), request()];
    const { flows } = compileFlows(plan({ flows: [{ name: "main", weight: 1, steps }] }));
    assert.deepEqual(
      seriesOf(["p", "q", "p"], flows).map(({ of, name }) => `${of} ${name}`),
      ["run ", "phase p", "phase q", "endpoint home", "endpoint other", "tag a", "tag b"],
    );
  });

  test("too many to tell apart are refused", () => {
    const steps = Array.from({ length: LOAD_SERIES_MAX }, (_, index) => request({ endpoint: `e${index}` }));
    const { flows } = compileFlows(plan({ flows: [{ name: "main", weight: 1, steps }] }));
    assert.throws(() => seriesOf(["p"], flows), { code: "HP-LOAD-REQUEST" });
  });
});
