import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject, ProposedDelta } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Applier } from "./applier.ts";
import type { Applied } from "./apply.ts";
import { applyProposals } from "./apply.ts";
import type { MemoryApplier } from "./plants/testing-plant.ts";
import { memoryApplier } from "./plants/testing-plant.ts";
import { parameterOf } from "@holdpoint/testkit";

const PARAMETERS = [parameterOf(), parameterOf({ path: "pool.idle" })];
const { signal } = new AbortController();

function deltaOf(changes: Partial<ProposedDelta> = {}): ProposedDelta {
  return { parameter: "pool.size", subsystem: "rebid", rule: "slow", from: 4, to: 6, skipped: null, ...changes };
}

/** A target with the two parameters, and what was read of it when it was decided. */
function target(store?: Parameters<typeof memoryApplier>[1]): MemoryApplier {
  return memoryApplier({ pool: { size: 4, idle: 2 }, generation: 1 }, store);
}

async function apply(applier: Applier, ...proposals: readonly ProposedDelta[]): Promise<Applied> {
  return applyProposals(applier, await applier.read(signal), { parameters: PARAMETERS, proposals, signal });
}

test("what was let through is written, all in one patch, and read back", async () => {
  const applier = target();
  const done = await apply(applier, deltaOf(), deltaOf({ parameter: "pool.idle", from: 2, to: 3 }));
  assert.deepEqual(applier.document(), { pool: { size: 6, idle: 3 }, generation: 1 });
  assert.equal(applier.writes, 1);
  assert.deepEqual(
    done.readings.map(({ path, before, after, verdict }) => [path, before, after, verdict]),
    [
      ["pool.size", 4, 6, "applied"],
      ["pool.idle", 2, 3, "applied"],
    ],
  );
  assert.ok(done.isFull && done.problem === null && done.stateBefore !== done.stateAfter);
});

test("where everything was skipped nothing is written, and that is no application", async () => {
  const applier = target();
  const done = await apply(applier, deltaOf({ skipped: { reason: "cooldown", text: "rests" } }));
  assert.equal(applier.writes, 0);
  assert.deepEqual([done.readings, done.isFull], [[], false]);
  assert.equal(done.stateBefore, done.stateAfter);
});

test("a path that leads nowhere refuses the whole change before anything is written", async () => {
  const applier = target();
  const typo = deltaOf({ parameter: "pool.sise" });
  await assert.rejects(apply(applier, deltaOf(), typo), { code: "HP-TUNING-UNKNOWN-PATH", message: /pool\.sise/ });
  applier.set({ pool: { size: "4", idle: 2 } });
  await assert.rejects(apply(applier, deltaOf()), { code: "HP-TUNING-UNKNOWN-PATH", message: /is no integer/ });
  assert.equal(applier.writes, 0);
});

/** Somebody else changes the target between reading and writing, so many times. */
function disturbed(times: number, document: JsonObject): MemoryApplier {
  const applier = target();
  const { write } = applier;
  let left = times;
  applier.write = async (...args) => {
    if (left > 0) applier.set(document);
    left -= 1;
    return write(...args);
  };
  return applier;
}

test("a version that changed meanwhile is read again once", async () => {
  const other = { pool: { size: 4, idle: 9 }, generation: 2 };
  const once = disturbed(1, other);
  const done = await apply(once, deltaOf());
  assert.deepEqual(once.document(), { pool: { size: 6, idle: 9 }, generation: 2 });
  assert.ok(done.isFull && done.problem === null);
  const twice = disturbed(2, other);
  const refused = await apply(twice, deltaOf());
  assert.equal(refused.problem?.code, "HP-TUNING-CONFLICT");
  assert.deepEqual(refused.readings, [{ path: "pool.size", before: 4, wanted: 6, after: 4, verdict: "ignored" }]);
  assert.ok(!refused.isFull);
});

test("a parameter that somebody else moved is left to them, even where it is what was wanted", async () => {
  for (const size of [5, 6]) {
    const applier = disturbed(1, { pool: { size, idle: 2 } });
    const done = await apply(applier, deltaOf());
    assert.match(done.problem?.text ?? "", new RegExp(`'pool.size' was 4 .* is ${size} now`));
    assert.deepEqual([applier.writes, done.isFull], [0, false]);
    assert.deepEqual([done.readings[0]?.before, done.readings[0]?.after], [size, size]);
  }
});

test("a target that refuses is read back all the same", async () => {
  const done = await apply(
    target(() => undefined),
    deltaOf(),
  );
  assert.equal(done.problem?.code, "HP-TUNING-REFUSED");
  assert.deepEqual([done.readings[0]?.verdict, done.isFull], ["ignored", false]);
});

test("a write whose answer was lost is judged by what is there", async () => {
  const applier = target();
  const { write } = applier;
  applier.write = async (...args) => {
    await write(...args);
    throw new HoldpointError("HP-TUNING-TARGET", "no answer");
  };
  const done = await apply(applier, deltaOf());
  assert.deepEqual([done.readings[0]?.verdict, done.isFull, done.problem?.code], ["applied", true, "HP-TUNING-TARGET"]);
});

test("what cannot be read back is unreadable, never applied", async () => {
  const applier = target();
  const first = await applier.read(signal);
  applier.read = async () => {
    throw new HoldpointError("HP-TUNING-TARGET", "gone");
  };
  const done = await applyProposals(applier, first, { parameters: PARAMETERS, proposals: [deltaOf()], signal });
  assert.deepEqual([done.readings[0]?.verdict, done.stateAfter, done.isFull], ["unreadable", null, false]);
  assert.equal(done.problem?.text, "gone");
});

test("what moved besides is told: declared parameters as drifted, the rest by its path", async () => {
  const applier = target();
  const { write } = applier;
  applier.write = async (...args) => {
    const written = await write(...args);
    const { pool } = applier.document() as { readonly pool: Json };
    applier.set({ pool: { ...(pool as JsonObject), idle: 7 }, generation: 2 });
    return written;
  };
  const done = await apply(applier, deltaOf());
  assert.deepEqual(
    done.readings.map(({ verdict }) => verdict),
    ["applied", "drifted"],
  );
  assert.deepEqual([done.others, done.isFull], [["generation"], true]);
});

test("what nobody foresaw is not swallowed", async () => {
  const applier = target();
  applier.write = async () => {
    throw new TypeError("boom");
  };
  await assert.rejects(apply(applier, deltaOf()), TypeError);
});
