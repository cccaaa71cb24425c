import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakBody, SoakIteration, SoakRunRecord } from "@holdpoint/core";
import type { SoakRecommendation } from "./recommendations.ts";
import { recommendationsMarkdown, recommendationsOf } from "./recommendations.ts";
import { deltaOf, inputOf, iterationOf, kpiResultOf, readingOf } from "./testing-report.ts";

const kpis = (changes: Parameters<typeof kpiResultOf>[0]): Pick<SoakBody, "kpis"> => {
  const one = kpiResultOf(changes);
  return { kpis: { strict: [one], soft: [one] } };
};

async function advice(
  iterations: readonly SoakIteration[],
  changes: Partial<SoakBody> = {},
  ofRecord: Partial<SoakRunRecord> = {},
): Promise<readonly SoakRecommendation[]> {
  const { record, body } = await inputOf(iterations, { ...kpis({}), ...changes });
  const unmoved = { first: {}, last: {} };
  return recommendationsOf({ record: { ...record, parameters: unmoved, ...ofRecord }, body }).recommendations;
}

const texts = (list: readonly SoakRecommendation[]): string[] =>
  list.map(({ priority, text }) => `${priority}: ${text}`);

test("a KPI that holds and gets worse is to be watched; the same trend is good where more is better", async () => {
  const watch = ["consider: Watch p95: it holds and gets worse."];
  assert.deepEqual(texts(await advice([], kpis({ trend: "up" }))), watch);
  for (const trend of ["down", "flat", "unknown"] as const) assert.deepEqual(await advice([], kpis({ trend })), []);
  const more = { operator: ">=", value: 1 } as const;
  assert.deepEqual(texts(await advice([], kpis({ trend: "down", bound: more }))), watch);
  assert.deepEqual(await advice([], kpis({ trend: "up", bound: more })), []);
});

test("a KPI that cannot be decided is never advised to be tuned", async () => {
  const [one, ...others] = await advice([], kpis({ outcome: "inconclusive", reason: "2 values, 3 are needed" }));
  assert.deepEqual(others, []);
  assert.deepEqual([one?.priority, one?.about, one?.because], ["act", "p95", "2 values, 3 are needed"]);
  assert.match(one?.text ?? "", /decidable/);
});

test("a KPI that fails: mend it, tune it, or look at why tuning it was not enough", async () => {
  const fails = kpis({ outcome: "fail", reason: "max of 4 is 600" });
  const held = (reason: "velocity" | "cooldown") => deltaOf({ skipped: { reason, text: "" } });
  const foreign = deltaOf({ rule: "another", skipped: { reason: "frozen", text: "" } });
  const iterations = [iterationOf(1, { proposed: [held("velocity"), held("velocity"), held("cooldown"), foreign] })];
  const [tuned] = await advice(iterations, fails);
  assert.equal(tuned?.text, "Look at why tuning pool.size did not reach the bound.");
  assert.equal(tuned?.because, "max of 4 is 600; held back: 2 velocity, 1 cooldown");
  const [off] = await advice(iterations, { ...fails, tuningEnabled: false });
  assert.equal(off?.text, "Run with --auto-tune, or tune pool.size by hand.");
  const { record } = await inputOf([]);
  const [mend] = await advice(iterations, fails, { plan: { ...record.plan, rules: [] } });
  assert.equal(mend?.text, "Mend what p95 measures; no rule tunes it.");
});

test("iterations that failed are named with their codes, those that did not are not", async () => {
  const failed = (iteration: number, code: string): SoakIteration =>
    iterationOf(iteration, {}, { problem: { code, text: "" } });
  const [one] = await advice([failed(1, "HP-SOAK-LOAD"), iterationOf(2), failed(3, "HP-SOAK-TIMEOUT")]);
  assert.deepEqual([one?.about, one?.because], ["target", "iterations 1 (HP-SOAK-LOAD), 3 (HP-SOAK-TIMEOUT)"]);
});

test("a configuration that could not be written is asked after, and so is what changed besides", async () => {
  const problem = { code: "HP-TUNING-REFUSED", text: "" };
  const told = await advice([iterationOf(1, { problem }), iterationOf(2, { others: ["cache.size"] })]);
  assert.deepEqual(texts(told), [
    "act: Find out why it could not be read or written.",
    "act: Check whether cache.size is changed by the target itself, which `alongside` says, or by somebody else.",
  ]);
  assert.equal(told[0]?.because, "iterations 1 (HP-TUNING-REFUSED)");
});

test("a parameter that somebody else changes is told once, with every iteration of it", async () => {
  const drifted = { readings: [readingOf({ after: 9, verdict: "drifted" })] } as const;
  const told = await advice([iterationOf(1, drifted), iterationOf(2, drifted)]);
  assert.deepEqual(texts(told), ["act: Check whether pool.size is changed by somebody else."]);
  assert.match(told[0]?.because ?? "", /^iteration 1: .*; iteration 2: /);
});

test("a path that leads nowhere is asked after its spelling", async () => {
  const miss = deltaOf({ skipped: { reason: "unknown-path", text: "" } });
  assert.deepEqual(texts(await advice([iterationOf(1, { proposed: [miss] })])), [
    "act: Check whether pool.size is spelled as the target spells it.",
  ]);
});

test("with too few deltas applied no tuned figure is to be trusted; without tuning nobody says so", async () => {
  const ignored = { proposed: [deltaOf()], readings: [readingOf({ after: 2, verdict: "ignored" })] } as const;
  const distrust = (list: readonly SoakRecommendation[]): number =>
    list.filter(({ about }) => about === "deltas").length;
  assert.equal(distrust(await advice([iterationOf(1, ignored)])), 1);
  assert.equal(distrust(await advice([iterationOf(1, ignored)], { tuningEnabled: false })), 0);
  assert.equal(distrust(await advice([iterationOf(1)])), 0, "nothing attempted proves nothing, and is no failure");
});

test("a tuned value is kept only when the run holds, it changed, and both values are known", async () => {
  const parameters = (from: number | null, to: number | null) =>
    ({ parameters: { first: { "pool.size": from }, last: { "pool.size": to } } }) as const;
  assert.deepEqual(texts(await advice([], {}, parameters(2, 4))), ["keep: Set pool.size to 4."]);
  assert.deepEqual(texts(await advice([], {}, parameters(0, 4))), ["keep: Set pool.size to 4."], "0 is a value");
  for (const [from, to] of [
    [4, 4],
    [null, 4],
    [2, null],
  ] as const) {
    assert.deepEqual(await advice([], {}, parameters(from, to)), []);
  }
  const keeps = (list: readonly SoakRecommendation[]): boolean => list.some(({ priority }) => priority === "keep");
  assert.equal(keeps(await advice([], kpis({ outcome: "fail" }), parameters(2, 4))), false);
  assert.equal(keeps(await advice([], { aborted: "interrupted in iteration 3" }, parameters(2, 4))), false);
  assert.equal(keeps(await advice([], { tuningEnabled: false }, parameters(2, 4))), false);
});

test("a run without advice says that nothing stands in the way", async () => {
  const { record, body } = await inputOf([], kpis({}));
  const input = { record: { ...record, parameters: { first: {}, last: {} } }, body };
  assert.match(recommendationsMarkdown(recommendationsOf(input)), /Nothing stands in the way\.\n$/);
});
