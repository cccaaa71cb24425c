import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError, TUNING_START, verifyDeltas } from "@holdpoint/core";
import { guardsOf, planOf, soakIterationOf } from "@holdpoint/testkit";
import type { Applier } from "./applier.ts";
import { memoryApplier } from "./plants/testing-plant.ts";
import type { TuningStep } from "./step.ts";
import { tuneStep } from "./step.ts";

const INPUT = { iteration: 1, startedAtMs: 0, nowMs: 60_000, values: { p95: 400 }, before: null, enabled: true };

function step(applier: Applier | null, changes: Partial<typeof INPUT> = {}): Promise<TuningStep> {
  const input = { ...INPUT, ...changes };
  return tuneStep({ plan: planOf(), state: TUNING_START, input, applier, signal: new AbortController().signal });
}

function reasonsOf({ tuning }: TuningStep): readonly (string | null)[] {
  return tuning.proposed.map(({ skipped }) => skipped?.reason ?? null);
}

test("one iteration: read, decided, written, read back, ready for the record", async () => {
  const applier = memoryApplier({ pool: { size: 4 } });
  const { tuning } = await step(applier);
  assert.deepEqual(applier.document(), { pool: { size: 5 } });
  assert.deepEqual(
    [tuning.enabled, tuning.applied, tuning.reverted, tuning.problem, tuning.others],
    [true, true, false, null, []],
  );
  assert.equal(tuning.readings[0]?.verdict, "applied");
  assert.match(tuning.stateBefore ?? "", /^[0-9a-f]{64}$/);
  assert.notEqual(tuning.stateAfter, tuning.stateBefore);
});

test("a target that cannot be read is a problem of the step, and no path of it is called unknown", async () => {
  const down: Applier = {
    read: async () => {
      throw new HoldpointError("HP-TUNING-TARGET", "connection refused");
    },
    write: async () => assert.fail("nothing may be written"),
  };
  const told = await step(down);
  assert.deepEqual(told.tuning.problem, { code: "HP-TUNING-TARGET", text: "connection refused" });
  assert.deepEqual(reasonsOf(told), ["unknown-path"]);
  assert.deepEqual([told.tuning.applied, told.tuning.stateBefore], [false, null]);
  const report = verifyDeltas([soakIterationOf({ iteration: 1, tuning: told.tuning })]);
  assert.deepEqual([report.attempted, report.fullApplyRatio, report.nestedMissPaths], [0, null, []]);
});

test("a path that leads nowhere is one that the report names", async () => {
  const told = await step(memoryApplier({ pool: { sise: 4 } }));
  assert.deepEqual(reasonsOf(told), ["unknown-path"]);
  const report = verifyDeltas([soakIterationOf({ iteration: 1, tuning: told.tuning })]);
  assert.deepEqual([report.fullApplyRatio, report.nestedMissPaths], [null, ["pool.size"]]);
});

test("without an applier, and where tuning was not asked for, nothing is let through", async () => {
  const none = await step(null);
  assert.deepEqual([none.tuning.enabled, none.tuning.applied, none.tuning.problem], [false, false, null]);
  const applier = memoryApplier({ pool: { size: 4 } });
  const off = await step(applier, { enabled: false });
  assert.deepEqual(reasonsOf(off), ["tuning-off"]);
  assert.deepEqual([off.tuning.enabled, applier.writes], [false, 0]);
  assert.equal(off.tuning.stateBefore, off.tuning.stateAfter);
});

test("what nobody foresaw is thrown", async () => {
  const broken = { ...memoryApplier({ pool: { size: 4 } }), read: async () => Promise.reject(new TypeError("boom")) };
  await assert.rejects(step(broken), TypeError);
});

test("guards and witness of the decision stand in the record", async () => {
  const latency = { kpi: "p95", softMs: 330, hardMs: 360 };
  const plan = planOf({ guards: guardsOf({ latency }) });
  const applier = memoryApplier({ pool: { size: 4 } });
  const signal = new AbortController().signal;
  const { tuning } = await tuneStep({ plan, state: TUNING_START, input: INPUT, applier, signal });
  assert.deepEqual(tuning.guards.frozen, ["rebid", "rescue_taker"]);
  assert.deepEqual([tuning.guards.latency, tuning.witness, applier.writes], ["hard", null, 0]);
});
