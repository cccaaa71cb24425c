import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { kpiOf, parameterOf } from "@holdpoint/testkit";
import { NOTHING, valuesOf } from "./measured.ts";
import { watchedApplier } from "./watched-applier.ts";

const never = new AbortController().signal;

function watched(documents: readonly (Json | Error)[]) {
  const left = [...documents];
  const writes: unknown[] = [];
  const applier = watchedApplier(
    {
      read: async () => {
        const next = left.shift() ?? null;
        if (next instanceof Error) throw next;
        return { document: next, tag: "t" };
      },
      write: async (...args) => {
        writes.push(args);
        return undefined as never;
      },
    },
    [parameterOf(), parameterOf({ path: "edge.width", type: "number" })],
  );
  return { applier, writes };
}

test("before anybody read, nothing is known of any parameter", () => {
  const { applier } = watched([]);
  assert.deepEqual([applier.first, applier.last], [{}, {}]);
});

test("the first reading stays, the last one follows; what is not there is a gap and not 0", async () => {
  const { applier } = watched([{ pool: { size: 2 } }, { pool: { size: 5 }, edge: { width: 0 } }]);
  const { tag, document } = await applier.read(never);
  assert.deepEqual([tag, document], ["t", { pool: { size: 2 } }], "it hands on what it saw");
  assert.deepEqual(applier.last, { "pool.size": 2, "edge.width": null });
  await applier.read(never);
  assert.deepEqual(applier.first, { "pool.size": 2, "edge.width": null });
  assert.deepEqual(applier.last, { "pool.size": 5, "edge.width": 0 });
});

test("a reading that failed changes nothing of what is known", async () => {
  const { applier } = watched([{ pool: { size: 2 } }, new Error("refused"), { pool: { size: 3 } }]);
  await applier.read(never);
  await assert.rejects(applier.read(never), /refused/);
  assert.equal(applier.last["pool.size"], 2);
  await applier.read(never);
  assert.deepEqual([applier.first["pool.size"], applier.last["pool.size"]], [2, 3]);
});

test("writing is handed on as it is", async () => {
  const { applier, writes } = watched([]);
  await applier.write({ pool: { size: 3 } }, "t", never);
  assert.deepEqual(writes, [[{ pool: { size: 3 } }, "t", never]]);
  assert.deepEqual(applier.last, {}, "what was written is not what is there");
});

const KPIS = [kpiOf(), kpiOf({ id: "nested", select: { from: "summary", path: "a.b" } })];

test("values are found by their paths; a text, a truth value and what is not there are gaps", () => {
  const measured = (summary: object) => ({ ...NOTHING, summary: summary as never, problem: null });
  assert.deepEqual(valuesOf(KPIS, measured({ p95: 0, a: { b: -1.5 } })), { p95: 0, nested: -1.5 });
  assert.deepEqual(valuesOf(KPIS, measured({ p95: "300", a: [] })), { p95: null, nested: null });
  assert.deepEqual(valuesOf(KPIS, measured({ p95: true, a: { b: null } })), { p95: null, nested: null });
});

test("half of an iteration flatters: with a problem every value is a gap, also one that is there", () => {
  const problem = { code: "HP-SOAK-LOAD", text: "behind" };
  assert.deepEqual(valuesOf(KPIS, { ...NOTHING, summary: { p95: 1, a: { b: 1 } }, problem }), {
    p95: null,
    nested: null,
  });
  assert.deepEqual(valuesOf(KPIS, { ...NOTHING, problem: null }), { p95: null, nested: null });
});
