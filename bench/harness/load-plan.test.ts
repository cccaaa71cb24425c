import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { flowOf, loadPlan, MEASURED } from "./load-plan.ts";

const TERMS = {
  url: "http://a.example",
  connections: 7,
  arrival: { kind: "closed", users: 7 },
  measureMs: 2000,
  flows: [flowOf("all")],
} as const;

describe("the plan of a bench", () => {
  test("warms up by the same arrivals, in a phase of its own before the measured one", () => {
    const { arrival } = TERMS;
    assert.deepEqual(loadPlan({ ...TERMS, warmUpMs: 500 }).phases, [
      { name: "warm-up", durationMs: 500, arrival },
      { name: MEASURED, durationMs: 2000, arrival },
    ]);
    const { phases, warmUpMs } = loadPlan(TERMS);
    assert.deepEqual(
      phases.map(({ name }) => name),
      [MEASURED],
    );
    assert.equal(warmUpMs, 0, "what warms up is counted");
  });

  test("has as many connections as were told, never more, and judges the sender unless told how", () => {
    const plan = loadPlan(TERMS);
    assert.deepEqual([plan.connections, plan.connectionsMax, plan.poolFull, plan.workers], [7, 7, "queue", 1]);
    assert.deepEqual(plan.validity, { lagP99Ms: 100, achievedRatio: 0.99 });
    const lenient = { lagP99Ms: 1000, achievedRatio: 0.9 };
    assert.deepEqual(loadPlan({ ...TERMS, validity: lenient }).validity, lenient);
  });

  test("a flow is one request whose endpoint has its name", () => {
    const { name, weight, steps } = flowOf("a", { method: "POST", body: "{}" }, 3);
    assert.deepEqual([name, weight, steps.length], ["a", 3, 1]);
    const [step] = steps;
    assert.deepEqual([step?.endpoint, step?.method, step?.body, step?.checks], ["a", "POST", "{}", []]);
  });
});
