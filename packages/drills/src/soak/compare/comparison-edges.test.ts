import assert from "node:assert/strict";
import { test } from "node:test";
import { SHIFT_SAMPLES_MAX } from "@holdpoint/core";
import { iterationOf, inputOf, kpiResultOf } from "../report/testing-report.ts";
import type { ComparedKpi, SoakComparison } from "./compare-soaks.ts";
import { compareSoaks } from "./compare-soaks.ts";
import { comparisonMarkdown } from "./comparison-markdown.ts";

type Values = readonly (number | null)[];

async function soaked(values: Values, warm: Values = []) {
  const one = (value: number | null, index: number, phase: "warm-up" | "steady") =>
    iterationOf(index + 1, {}, { phase, values: { p95: value } });
  return inputOf([
    ...warm.map((value, index) => one(value, index, "warm-up")),
    ...values.map((value, index) => one(value, warm.length + index, "steady")),
  ]);
}

async function compared(before: Values, after: Values): Promise<ComparedKpi> {
  const [kpi] = compareSoaks(await soaked(before), await soaked(after)).kpis;
  assert.ok(kpi !== undefined);
  return kpi;
}

const around = (middle: number, count = 8): number[] =>
  Array.from({ length: count }, (_, index) => middle + (index % 3));

test("what was measured while it warmed up decides nothing", async () => {
  const a = await soaked(around(200), around(900));
  const b = await soaked(around(200), around(1));
  const { kpis, a: ran } = compareSoaks(a, b);
  assert.deepEqual([kpis[0]?.verdict, kpis[0]?.a.samples, ran.steady], ["same", 8, 8]);
});

test("a median of 0 has no share, and the shift still decides", async () => {
  const zero = [0, 0, 0, 0, 0, 0, 0, 0];
  const { shift, shiftRatio, verdict } = await compared(zero, around(5));
  assert.ok(Math.abs((shift ?? 0) - 6) < 1e-4, `${shift}`);
  assert.deepEqual([shiftRatio, verdict], [null, "worse"]);
  assert.equal((await compared(zero, zero)).verdict, "same");
});

test("below 0 a rise is a rise, and its share has the sign of the shift", async () => {
  const { shift, shiftRatio, verdict } = await compared(around(-200), around(-100));
  assert.equal(shift, 100);
  assert.ok((shiftRatio ?? 0) > 0.4);
  assert.equal(verdict, "worse");
});

test("three values on either side tell nothing, however far apart; four do", async () => {
  const [low, high] = [
    [1, 1.001, 1.002, 1.003],
    [900, 901, 902, 903],
  ];
  assert.equal((await compared(low, high)).verdict, "worse");
  assert.equal((await compared(low.slice(1), high)).verdict, "unknown");
  assert.equal((await compared(low, high.slice(1))).verdict, "unknown");
});

test("gaps are no samples and no zeros", async () => {
  const { a, shift } = await compared([null, 100, null, 101, 102, 100], around(100));
  assert.equal(a.samples, 4);
  assert.ok(Math.abs(shift ?? 99) < 2);
});

test("values that overlap so far that the sign is open are unknown, not the same", async () => {
  const { verdict, interval } = await compared([100, 200, 100, 200, 100], [120, 210, 90, 230, 140]);
  assert.equal(verdict, "unknown");
  const [low, high] = interval ?? [0, 0];
  assert.ok(low < 0 && high > 0);
});

test("of a very long run the last values are compared", async () => {
  const old = Array.from({ length: SHIFT_SAMPLES_MAX }, () => 9000);
  const recent = around(100, SHIFT_SAMPLES_MAX);
  const { verdict, a } = await compared([...old, ...recent], recent);
  assert.equal(verdict, "same");
  assert.equal(a.samples, 2 * SHIFT_SAMPLES_MAX, "all of them are counted");
});

test("each side has its own value and outcome", async () => {
  const [a, b] = [await soaked(around(200)), await soaked(around(200))];
  const strict = [kpiResultOf({ outcome: "fail", value: 400 })];
  const failed = { ...b, body: { ...b.body, kpis: { ...b.body.kpis, strict } } };
  const { kpis, ...runs } = compareSoaks(a, failed);
  assert.deepEqual([kpis[0]?.b.value, kpis[0]?.b.outcome], [400, "fail"]);
  assert.deepEqual([runs.a.outcome, runs.b.outcome], ["pass", "fail"]);
  const none = { ...b, body: { ...b.body, kpis: { strict: [], soft: [] } } };
  assert.equal(compareSoaks(a, none).kpis[0]?.b.outcome, "inconclusive", "not judged is no pass");
});

test("each difference is told alone", async () => {
  const one = await soaked(around(200));
  const differ = (change: object): SoakComparison["differences"] =>
    compareSoaks(one, { ...one, body: { ...one.body, ...change } }).differences;
  assert.deepEqual(differ({}), []);
  assert.deepEqual(differ({ id: "x" }), ["they are different soaks"]);
  assert.deepEqual(differ({ planSha256: "0".repeat(64) }), ["their plans differ"]);
  assert.deepEqual(differ({ synthetic: true }), ["one of them is synthetic"]);
});

test("the page signs the shift, and where there is none says gap", async () => {
  const page = async (before: Values, after: Values): Promise<string> =>
    comparisonMarkdown(compareSoaks(await soaked(before), await soaked(after)));
  assert.match(await page(around(200), around(180)), /\| -20 ms \(-10\.0 %\) \| -1 \| better \|\n$/);
  assert.match(await page([0, 0, 0, 0], around(5)), /\| \+6 ms \| 1 \| worse \|\n$/);
  assert.match(await page([null], [null]), /\| gap \| gap \| unknown \|\n$/);
});
