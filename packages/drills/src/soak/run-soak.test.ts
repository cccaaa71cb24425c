import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakIteration } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { fakeSoak, soakPlanOf } from "./testing-soak.ts";

const phases = (iterations: readonly SoakIteration[]): string => iterations.map(({ phase }) => phase[0]).join("");

test("a soak settles, measures, tunes and records each iteration, in its phases", async () => {
  const { run, recorded, applier, pauses } = await fakeSoak(soakPlanOf());
  assert.deepEqual(run.iterations, recorded);
  assert.equal(phases(recorded), "wwwrssss");
  assert.deepEqual(
    recorded.map(({ values }) => values["p95"]),
    [600, 400, 300, 300, 300, 300, 300, 300],
  );
  assert.deepEqual(applier.document(), { pool: { size: 4 } });
  assert.deepEqual(run.parameters, { first: { "pool.size": 2 }, last: { "pool.size": 4 } });
  assert.deepEqual(
    pauses,
    Array.from({ length: 8 }, () => 50),
  );
  assert.equal(run.aborted, null);
});

test("what went wrong is a gap in every KPI, never 0, and ends nothing", async () => {
  const problem = { code: "HP-SOAK-COMMAND", text: "ended with 1" };
  const { run } = await fakeSoak(soakPlanOf(), { measured: { 6: { summary: { p95: 1 }, problem } } });
  assert.equal(run.iterations.length, 8);
  assert.deepEqual(run.iterations[5]?.values, { p95: null });
  assert.deepEqual(run.iterations[5]?.problem, problem);
  assert.deepEqual(run.iterations[5]?.tuning.proposed, [], "nothing is changed for a value that is not there");
});

test("a summary without the value is a gap of that KPI alone", async () => {
  const { run } = await fakeSoak(soakPlanOf(), { measured: { 2: { summary: { p59: 1 } } } });
  assert.deepEqual([run.iterations[1]?.values, run.iterations[1]?.problem], [{ p95: null }, null]);
});

test("without --auto-tune everything is proposed and nothing is changed", async () => {
  const { run, applier } = await fakeSoak(soakPlanOf(), { ports: { tune: false } });
  assert.equal(applier.writes, 0);
  assert.ok(run.iterations.every(({ tuning }) => !tuning.enabled && !tuning.applied));
  assert.equal(run.iterations[0]?.tuning.proposed[0]?.skipped?.reason, "tuning-off");
});

test("an interruption ends with what there is; the iteration that it cut off is none", async () => {
  const stop = new AbortController();
  const measure = async (iteration: number) => {
    if (iteration === 3) stop.abort();
    return { summary: { p95: 1 }, load: null, exposition: null, problem: null };
  };
  const { run } = await fakeSoak(soakPlanOf(), { ports: { signal: stop.signal, measure } });
  assert.equal(run.iterations.length, 2);
  assert.equal(run.aborted, "interrupted in iteration 3");
});

test("a measurement that throws because it was interrupted ends the run, any other throw is a defect", async () => {
  const stop = new AbortController();
  const interrupted = async (): Promise<never> => {
    stop.abort("SIGINT");
    throw new DOMException("aborted", "AbortError");
  };
  const { run } = await fakeSoak(soakPlanOf(), { ports: { signal: stop.signal, measure: interrupted } });
  assert.deepEqual([run.iterations.length, run.aborted], [0, "SIGINT in iteration 1"]);
  const broken = async (): Promise<never> => Promise.reject(new TypeError("boom"));
  await assert.rejects(fakeSoak(soakPlanOf(), { ports: { measure: broken } }), TypeError);
});

test("an interruption that comes before the first iteration is not a run that is over", async () => {
  const { run } = await fakeSoak(soakPlanOf(), { ports: { signal: AbortSignal.abort() } });
  assert.deepEqual([run.iterations.length, run.aborted], [0, "interrupted in iteration 1"]);
});

test("what cannot be recorded ends the soak before the next iteration", async () => {
  let measured = 0;
  const measure = async () => {
    measured += 1;
    return { summary: { p95: 1 }, load: null, exposition: null, problem: null };
  };
  const record = async (): Promise<void> => Promise.reject(new HoldpointError("HP-SOAK-FOLDER", "disk full"));
  await assert.rejects(fakeSoak(soakPlanOf(), { ports: { measure, record } }), { code: "HP-SOAK-FOLDER" });
  assert.equal(measured, 1);
});

test("a clock that steps back does not make an iteration end before it began", async () => {
  const times = [5000, 4000, 3000, 6000];
  const nowMs = (): number => times.shift() ?? 7000;
  const { run } = await fakeSoak(soakPlanOf({ iterations: 5 }), { ports: { nowMs } });
  for (const [index, { startedAtMs, finishedAtMs }] of run.iterations.entries()) {
    assert.ok(finishedAtMs >= startedAtMs);
    assert.ok(startedAtMs >= (run.iterations[index - 1]?.finishedAtMs ?? 0));
  }
});

test("a configuration that cannot be read is the tuning's problem and no gap; the target's own is one", async () => {
  const applier = {
    read: async () => Promise.reject(new HoldpointError("HP-TUNING-TARGET", "connection refused")),
    write: async () => assert.fail("nothing may be written"),
  };
  const own = { code: "HP-SOAK-TIMEOUT", text: "late" };
  const { run } = await fakeSoak(soakPlanOf(), { ports: { applier }, measured: { 2: { problem: own } } });
  const [first] = run.iterations;
  assert.deepEqual([first?.problem, first?.tuning.problem?.code], [null, "HP-TUNING-TARGET"]);
  assert.equal(first?.values["p95"], 600);
  assert.equal(run.iterations[1]?.problem?.code, "HP-SOAK-TIMEOUT");
  assert.deepEqual(run.parameters, { first: {}, last: {} });
});
