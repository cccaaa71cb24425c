import assert from "node:assert/strict";
import { test } from "node:test";
import { soakIterationOf, tuningOf } from "@holdpoint/testkit";
import type { LeafReading, ProposedDelta, SoakIteration } from "../evidence/soak.ts";
import { verifyDeltas } from "./verify-deltas.ts";

const DELTA: ProposedDelta = {
  parameter: "pool.size",
  subsystem: "rebid",
  rule: "slow",
  from: 4,
  to: 6,
  skipped: null,
};
const APPLIED: LeafReading = { path: "pool.size", before: 4, wanted: 6, after: 6, verdict: "applied" };

interface Told {
  readonly delta?: Partial<ProposedDelta>;
  readonly reading?: Partial<LeafReading> | null;
}

function soaked(...told: readonly Told[]): SoakIteration[] {
  return told.map(({ delta = {}, reading = {} }, index) => {
    const readings = reading === null ? [] : [{ ...APPLIED, ...reading }];
    const tuning = tuningOf({ proposed: [{ ...DELTA, ...delta }], readings });
    return soakIterationOf({ iteration: index + 1, tuning });
  });
}

const SKIPPED = { delta: { skipped: { reason: "cooldown", text: "rests" } }, reading: null } as const;
const IGNORED = { reading: { after: 4, verdict: "ignored" } } as const;

test("every attempt is one of applied, clamped, ignored and missing", () => {
  const report = verifyDeltas(
    soaked(
      {},
      { delta: { from: 6, to: 8 }, reading: { before: 6, wanted: 8, after: 7, verdict: "clamped" } },
      { delta: { from: 7, to: 8 }, reading: { before: 7, wanted: 8, after: 7, verdict: "ignored" } },
      { delta: { from: 7, to: 8 }, reading: { before: 7, wanted: 8, after: null, verdict: "missing" } },
      { delta: { from: 7, to: 8 }, reading: { before: 7, wanted: 8, after: "8", verdict: "type-changed" } },
      { delta: { from: 7, to: 8 }, reading: { before: 7, wanted: 8, after: null, verdict: "unreadable" } },
      { delta: { from: 7, to: 8 }, reading: null },
      SKIPPED,
    ),
  );
  assert.deepEqual(report, {
    proposed: 8,
    skipped: 1,
    attempted: 7,
    fullyApplied: 1,
    clamped: 1,
    ignored: 1,
    missing: 4,
    fullApplyRatio: 1 / 7,
    nestedMissPaths: ["pool.size"],
    stuck: [],
    otherPaths: [],
  });
});

test("ancestors' row 5: stuck three times out of three is 0, not 1", () => {
  const report = verifyDeltas(soaked(IGNORED, IGNORED, IGNORED));
  assert.deepEqual([report.fullApplyRatio, report.stuck], [0, ["pool.size"]]);
});

test("ancestors' row 5: where all was skipped, or nothing is there, there is no ratio", () => {
  assert.equal(verifyDeltas(soaked(SKIPPED, SKIPPED)).fullApplyRatio, null);
  assert.deepEqual(verifyDeltas([]), {
    proposed: 0,
    skipped: 0,
    attempted: 0,
    fullyApplied: 0,
    clamped: 0,
    ignored: 0,
    missing: 0,
    fullApplyRatio: null,
    nestedMissPaths: [],
    stuck: [],
    otherPaths: [],
  });
});

test("the values count, not the word beside them", () => {
  assert.equal(verifyDeltas(soaked({ reading: { after: 4 } })).ignored, 1, "says applied, did not move");
  assert.equal(verifyDeltas(soaked({ reading: { after: 5 } })).clamped, 1, "says applied, is another value");
  const other = { before: 4, wanted: 9, after: 9 };
  assert.equal(verifyDeltas(soaked({ reading: other })).clamped, 1, "wanted is not what was proposed");
});

test("a value that was gone when somebody looked again was not applied", () => {
  const report = verifyDeltas(soaked({}, { delta: { from: 4, to: 6, skipped: SKIPPED.delta.skipped }, reading: null }));
  assert.deepEqual([report.fullyApplied, report.ignored], [0, 1]);
  const kept = verifyDeltas(soaked({}, { delta: { from: 6, to: 8, skipped: SKIPPED.delta.skipped }, reading: null }));
  assert.deepEqual([kept.fullyApplied, kept.ignored], [1, 0]);
});

test("paths that lead nowhere are named once; a target that could not be read says nothing about them", () => {
  const unknown = { from: null, skipped: { reason: "unknown-path", text: "nothing there" } } as const;
  const twice = verifyDeltas(soaked({ delta: unknown, reading: null }, { delta: unknown, reading: null }));
  assert.deepEqual(twice.nestedMissPaths, ["pool.size"]);
  const down = { before: null, wanted: null, after: null, verdict: "unreadable" } as const;
  assert.deepEqual(verifyDeltas(soaked({ delta: unknown, reading: down })).nestedMissPaths, []);
});

test("stuck is what its last two attempts left where it was", () => {
  assert.deepEqual(verifyDeltas(soaked(IGNORED)).stuck, []);
  assert.deepEqual(verifyDeltas(soaked(IGNORED, IGNORED, {})).stuck, []);
  assert.deepEqual(verifyDeltas(soaked({}, IGNORED, SKIPPED, IGNORED)).stuck, ["pool.size"]);
});

test("what a rule asked for in the iteration that set the parameter back does not make the setting back lost", () => {
  const back = { ...DELTA, rule: "last-good", from: 6, to: 4 };
  const asked: ProposedDelta = { ...DELTA, from: 6, to: 8, skipped: { reason: "frozen", text: "frozen" } };
  const readings = [{ ...APPLIED, before: 6, wanted: 4, after: 4 }];
  const first = soakIterationOf({ iteration: 1, tuning: tuningOf({ proposed: [back, asked], readings }) });
  const next = (from: number): SoakIteration =>
    soakIterationOf({ iteration: 2, tuning: tuningOf({ proposed: [{ ...asked, from, to: from + 2 }] }) });
  assert.equal(verifyDeltas([first, next(4)]).fullApplyRatio, 1);
  assert.equal(verifyDeltas([first, next(6)]).fullApplyRatio, 0, "the next iteration finds the old value again");
});
