import assert from "node:assert/strict";
import { test } from "node:test";
import { phaseSpans, plannedMs } from "./phase-spans.ts";

test("phases follow one another, as a plan has them and as the head of an artifact has them", () => {
  const plan = [
    { name: "ramp", durationMs: 3000, arrival: { kind: "ramp", fromPerS: 1, toPerS: 9 } },
    { name: "users", durationMs: 5000, arrival: { kind: "closed", users: 3 } },
  ];
  const spans = [
    { name: "ramp", startMs: 0, durationMs: 3000 },
    { name: "users", startMs: 3000, durationMs: 5000, isClosed: true },
  ];
  assert.deepEqual(phaseSpans(plan), spans);
  assert.deepEqual(phaseSpans(plan.map((one) => ({ ...one, arrival: one.arrival.kind }))), spans);
  assert.equal(plannedMs(plan), 8000);
  assert.deepEqual([phaseSpans([]), plannedMs([])], [[], 0]);
});
