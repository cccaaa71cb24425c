import assert from "node:assert/strict";
import { test } from "node:test";
import { reportInput } from "../testing-soak.ts";
import { deltaReportOf } from "./delta-report.ts";
import { snapshotMarkdown, snapshotOf } from "./snapshot.ts";
import { deltaOf, inputOf, iterationOf, kpiResultOf, readingOf } from "./testing-report.ts";
import { tuningReportOf } from "./tuning-report.ts";

test("a snapshot counts what was done, what was steady and what left a gap", async () => {
  const input = await inputOf([
    iterationOf(1, {}, { phase: "warm-up", summary: null }),
    iterationOf(2, {}, { problem: { code: "HP-SOAK-LOAD", text: "behind" } }),
    iterationOf(3),
  ]);
  const { planned, done, steady, gaps } = snapshotOf(input);
  assert.deepEqual({ planned, done, steady, gaps }, { planned: 8, done: 3, steady: 2, gaps: 2 });
});

test("what is frozen is what the last iteration left frozen", async () => {
  const frozen = (names: readonly string[]) =>
    ({ guards: { frozen: names, oscillating: [], latency: "ok", steady: false } }) as const;
  const froze = snapshotOf(await inputOf([iterationOf(1, frozen(["edge"])), iterationOf(2, frozen(["rebid"]))]));
  assert.deepEqual(froze.frozen, ["rebid"]);
  assert.deepEqual(snapshotOf(await inputOf([])).frozen, []);
});

test("a parameter that was never read is a gap, one that is 0 is 0", async () => {
  const { record, body } = await inputOf([]);
  const at = (first: object, last: object) => ({ record: { ...record, parameters: { first, last } as never }, body });
  const told = snapshotOf(at({}, { "pool.size": 0 }));
  assert.deepEqual(told.parameters, [{ path: "pool.size", subsystem: "rebid", first: null, last: 0 }]);
  assert.match(snapshotMarkdown(told, new Map()), /\| pool\.size \| rebid \| gap \| 0 \|/);
});

test("the page has the outcome by both sets, units, and why it was cut short", async () => {
  const kpis = {
    strict: [kpiResultOf({ outcome: "fail", value: 412.34567, values: [1, 2, 3], trend: "up" })],
    soft: [],
  };
  const input = await inputOf([iterationOf(1)], { kpis, aborted: "interrupted in iteration 2" });
  const page = snapshotMarkdown(snapshotOf(input), new Map([["p95", "ms"]]));
  assert.match(page, /Strict: \*\*fail\*\*\. Soft: \*\*inconclusive\*\*\./);
  assert.match(
    page,
    /\n1 of 8 iterations, 1 of them steady, 0 with a gap\.\nCut short: interrupted in iteration 2\.\n/,
  );
  assert.match(page, /\| p95 \| max of 3 \| 412\.346 ms \| <= 300 \| fail \| inconclusive \| up \|/);
  assert.doesNotMatch(page, /Synthetic/);
});

test("times are told in UTC, as the run had them", async () => {
  const { startedAt, finishedAt } = snapshotOf(await inputOf([]));
  assert.deepEqual([startedAt, finishedAt], ["1970-01-01T00:16:40.000Z", "1970-01-01T00:33:20.000Z"]);
});

test("the delta report counts anew and does not believe what the body says", async () => {
  const iterations = [iterationOf(1, { proposed: [deltaOf()], readings: [readingOf({ after: 2 })] })];
  const { body, record } = await inputOf(iterations);
  const flattered = { record, body: { ...body, deltas: { ...body.deltas, fullyApplied: 1, fullApplyRatio: 1 } } };
  const { deltas, strict, soft } = deltaReportOf(flattered);
  assert.deepEqual(
    [deltas.ignored, deltas.fullApplyRatio],
    [1, 0],
    "the value is not there, whatever the verdict says",
  );
  assert.deepEqual([strict.outcome, soft.outcome], ["fail", "fail"]);
});

test("each attempt stands with what was read back; what was held back is no attempt", async () => {
  const held = deltaOf({ skipped: { reason: "frozen", text: "" } });
  const drifted = readingOf({ after: 9, verdict: "drifted" });
  const { attempts } = deltaReportOf(
    await inputOf([iterationOf(1, { proposed: [held, deltaOf()], readings: [drifted] })]),
  );
  assert.deepEqual(attempts, [{ iteration: 1, parameter: "pool.size", from: 2, to: 3, reading: null }]);
});

test("what changed beside the parameters is told with its iteration, and whether the plan expects it", async () => {
  const input = await inputOf([iterationOf(1, { others: ["cache.size", "generation"] }), iterationOf(2)]);
  const terms = { ...input.body.terms, alongside: ["generation"] };
  const { others, deltas } = deltaReportOf({ ...input, body: { ...input.body, terms } });
  assert.deepEqual(others, [
    { iteration: 1, path: "cache.size", expected: false },
    { iteration: 1, path: "generation", expected: true },
  ]);
  assert.deepEqual(deltas.otherPaths, ["cache.size", "generation"]);
});

test("the delta report replays by itself, whatever the evidence says of it", async () => {
  const input = await reportInput();
  const iterations = input.body.iterations.map((one) => (one.iteration === 2 ? { ...one, values: { p95: 1 } } : one));
  const { replay, strict } = deltaReportOf({ ...input, body: { ...input.body, iterations } });
  assert.deepEqual([replay.difference?.field, replay.difference?.kpi], ["values", "p95"]);
  assert.equal(strict.outcome, "fail");
  assert.match(strict.reason, /^iteration 2: the value of p95 is 400, recorded is 1$/);
});

test("the tuning report replays what is recorded and says where it goes another way", async () => {
  const input = await reportInput();
  assert.deepEqual(tuningReportOf(input).replay, { agrees: true, iterations: 8, difference: null });
  const iterations = input.body.iterations.map((one) => (one.iteration === 2 ? { ...one, values: { p95: 1 } } : one));
  const { replay } = tuningReportOf({ ...input, body: { ...input.body, iterations } });
  assert.equal(replay.agrees, false);
  assert.equal(replay.difference?.iteration, 2);
});

test("the tuning report has every parameter with its bounds and where it began and ended", async () => {
  const { parameters, rules, enabled, iterations } = tuningReportOf(await reportInput());
  assert.deepEqual(
    parameters.map(({ path, min, max, first, last }) => [path, min, max, first, last]),
    [["pool.size", 1, 10, 2, 4]],
  );
  assert.deepEqual([rules[0]?.id, enabled, iterations.length], ["slow", true, 8]);
  assert.equal("enabled" in (iterations[0] ?? {}), false, "it is said once");
});
