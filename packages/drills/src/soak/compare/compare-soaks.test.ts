import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { SoakPlan } from "@holdpoint/core";
import { kpiOf } from "@holdpoint/testkit";
import type { ReportInput } from "../report/report-input.ts";
import { reportInput } from "../testing-soak.ts";
import { compareSoaks } from "./compare-soaks.ts";
import { comparisonMarkdown } from "./comparison-markdown.ts";

const PLAN = { iterations: 12, phases: { warmUp: 0, rampDown: 0 } } as const;

/** A soak that measured these values. */
async function soaked(values: readonly (number | null)[], changes: Partial<SoakPlan> = {}): Promise<ReportInput> {
  const measured = Object.fromEntries(
    values.map((p95, index) => [index + 1, { summary: p95 === null ? {} : { p95 } }]),
  );
  return reportInput({ ...PLAN, iterations: values.length, ...changes }, { measured, ports: { tune: false } });
}

const around = (middle: number): number[] => Array.from({ length: 12 }, (_, index) => middle + (index % 4));

function schemaProblems(document: unknown): unknown {
  const file = fileURLToPath(import.meta.resolve("@holdpoint/core/schemas/soak-comparison.v1.json"));
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(file, "utf8")));
  return validate(JSON.parse(JSON.stringify(document))) ? [] : validate.errors;
}

test("slower is worse, faster is better, by a shift with its interval", async () => {
  const [fast, slow] = [await soaked(around(200)), await soaked(around(260))];
  const worse = compareSoaks(fast, slow);
  assert.deepEqual(worse.differences, []);
  assert.deepEqual(schemaProblems(worse), []);
  const [p95] = worse.kpis;
  assert.deepEqual([p95?.verdict, p95?.shift, p95?.cliffsDelta, p95?.better], ["worse", 60, 1, "lower"]);
  const [low, high] = p95?.interval ?? [0, 0];
  assert.ok(low > 50 && high < 70);
  assert.equal(compareSoaks(slow, fast).kpis[0]?.verdict, "better");
  assert.match(comparisonMarkdown(worse), /\| p95 \| 203 ms \| 263 ms \| \+60 ms \(29\.8 %\) \| 1 \| worse \|/);
});

test("where higher is better the same shift is better", async () => {
  const kpis = [kpiOf({ strict: { operator: ">=", value: 100 } })];
  const [before, after] = [await soaked(around(200), { kpis }), await soaked(around(260), { kpis })];
  assert.equal(compareSoaks(before, after).kpis[0]?.verdict, "better");
});

test("less than 1 % is the same, few values and gaps tell nothing", async () => {
  const steady = await soaked(around(10_000));
  assert.equal(compareSoaks(steady, steady).kpis[0]?.verdict, "same");
  const [few, other] = [await soaked([1, 1, 1]), await soaked([9, 9, 9])];
  assert.equal(compareSoaks(few, other).kpis[0]?.verdict, "unknown");
  const none = await soaked([null, null, null, null, null]);
  const [kpi] = compareSoaks(none, none).kpis;
  assert.deepEqual([kpi?.shift, kpi?.interval, kpi?.cliffsDelta, kpi?.verdict], [null, null, null, "unknown"]);
  assert.deepEqual(schemaProblems(compareSoaks(none, none)), []);
});

test("other plans, machines and soaks are named, and only KPIs of both are compared", async () => {
  const a = await soaked(around(200));
  const b = await soaked(around(200), { id: "other", synthetic: true, kpis: [kpiOf({ id: "p99" })], rules: [] });
  const moved = { ...b, record: { ...b.record, testbed: { text: "other", sha256: "0".repeat(64) } } };
  const { differences, kpis } = compareSoaks(a, moved);
  assert.deepEqual(differences, [
    "they are different soaks",
    "their plans differ",
    "they ran on different machines",
    "one of them is synthetic",
  ]);
  assert.deepEqual(kpis, []);
  assert.match(comparisonMarkdown(compareSoaks(a, moved)), /Not comparable[^]*They share no KPI/);
});
