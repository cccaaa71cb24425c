import assert from "node:assert/strict";
import { test } from "node:test";
import type { Arrival } from "@holdpoint/core";
import { phase } from "./testing-phases.ts";
import { warmUpPhase } from "./warm-up.ts";

const arrivalOf = (arrival: Arrival): Arrival => warmUpPhase({ phases: [phase(arrival, 2000)], warmUpMs: 500 }).arrival;

test("a target is warmed up with the load with which the first phase begins", () => {
  const rate = (ratePerS: number): Arrival => ({ kind: "constant", ratePerS });
  assert.deepEqual(arrivalOf(rate(7)), rate(7));
  assert.deepEqual(arrivalOf({ kind: "poisson", ratePerS: 7 }), rate(7));
  assert.deepEqual(arrivalOf({ kind: "steps", ratesPerS: [3, 9], stepMs: 1000 }), rate(3));
  assert.deepEqual(
    arrivalOf({ kind: "ramp", fromPerS: 0, toPerS: 50 }),
    rate(5),
    "a ramp from nothing warms nothing up",
  );
  assert.deepEqual(arrivalOf({ kind: "ramp", fromPerS: 40, toPerS: 50 }), rate(40));
  assert.deepEqual(arrivalOf({ kind: "recorded", offsetsMs: [0, 1, 2, 3] }), rate(2));
  assert.deepEqual(arrivalOf({ kind: "closed", users: 4 }), { kind: "closed", users: 4 });
});

test("it lasts as long as the plan says, also where there is no phase", () => {
  assert.equal(warmUpPhase({ phases: [phase({ kind: "constant", ratePerS: 1 }, 1)], warmUpMs: 500 }).durationMs, 500);
  assert.deepEqual(warmUpPhase({ phases: [], warmUpMs: 5 }).arrival, { kind: "constant", ratePerS: 0 });
});
