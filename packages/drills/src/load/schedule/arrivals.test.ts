import assert from "node:assert/strict";
import { test } from "node:test";
import { arrivalsOf, closedSpansOf, phaseAt, phaseStartsUs, targetRatePerS } from "./arrivals.ts";
import { drain, phase } from "./testing-phases.ts";

const ALONE = { worker: 0, workers: 1 };
const PHASES = [
  phase({ kind: "constant", ratePerS: 2 }, 1000),
  phase({ kind: "closed", users: 5 }, 2000),
  phase({ kind: "constant", ratePerS: 1 }, 2000, "end"),
];

test("phases follow each other on one clock; a closed one is left out of the schedule", () => {
  assert.deepEqual(drain(arrivalsOf(PHASES, 1, ALONE)), [0, 500_000, 3_000_000, 4_000_000]);
  assert.deepEqual(phaseStartsUs(PHASES), [0, 1e6, 3e6, 5e6]);
  assert.deepEqual(drain(arrivalsOf([], 1, ALONE)), []);
});

test("workers take arrivals in turn, also across phases", () => {
  const parts = [0, 1].map((worker) => drain(arrivalsOf(PHASES, 1, { worker, workers: 2 })));
  assert.deepEqual(parts, [
    [0, 3_000_000],
    [500_000, 4_000_000],
  ]);
});

test("users of a closed phase are shared out, none twice and none lost", () => {
  const users = [0, 1, 2].map((worker) => closedSpansOf(PHASES, { worker, workers: 3 })[0]?.users);
  assert.deepEqual(users, [2, 2, 1]);
  assert.deepEqual(closedSpansOf(PHASES, ALONE), [{ fromUs: 1e6, untilUs: 3e6, users: 5 }]);
  assert.deepEqual(closedSpansOf([phase({ kind: "closed", users: 1 }, 1000)], { worker: 1, workers: 2 }), []);
});

test("the target is the mean rate that was asked for; a closed phase asks for none", () => {
  assert.equal(targetRatePerS(PHASES), null);
  const ramp = phase({ kind: "ramp", fromPerS: 0, toPerS: 10 }, 1000);
  assert.equal(targetRatePerS([ramp, phase({ kind: "constant", ratePerS: 10 }, 3000)]), 35 / 4);
  assert.equal(targetRatePerS([]), null);
});

test("a moment belongs to the phase that has begun; what comes after the end to the last one", () => {
  const starts = phaseStartsUs(PHASES);
  const moments = [0, 999_999, 1e6, 2_999_999.9, 3e6, 4_999_999, 5e6, 9e6];
  assert.deepEqual(
    moments.map((atUs) => phaseAt(starts, atUs)),
    [0, 0, 1, 1, 2, 2, 2, 2],
  );
});
