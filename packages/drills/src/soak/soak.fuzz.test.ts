import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { kpiOf } from "@holdpoint/testkit";
import { reportFiles } from "./report/report-files.ts";
import { soakMetrics } from "./metrics/soak-metrics.ts";
import { soakOutcome } from "./soak-outcome.ts";
import { reportInput } from "./testing-soak.ts";

const ITERATIONS = 8;
const PHASES = { warmUp: 2, rampDown: 1 };

/** What an iteration brings: a value, no value, a value that is none, or a problem. */
const brought = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 1000, noNaN: true }) },
  fc.constantFrom("gap", "text", "problem" as const),
);

function measuredOf(values: readonly (number | string)[]): Record<number, object> {
  const one = (value: number | string): object => {
    if (typeof value === "number") return { summary: { p95: value } };
    if (value === "problem") return { summary: null, problem: { code: "HP-SOAK-COMMAND", text: "ended with 1" } };
    return { summary: value === "gap" ? {} : { p95: "300" } };
  };
  return Object.fromEntries(values.map((value, index) => [index + 1, one(value)]));
}

test("whatever a target brings, decisions replay, reports are made again, and a gap never passes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(brought, { minLength: ITERATIONS, maxLength: ITERATIONS }),
      fc.boolean(),
      async (values, tune) => {
        const plan = { iterations: ITERATIONS, phases: PHASES, kpis: [kpiOf({ window: 5, minSamples: 3 })] };
        const input = await reportInput(plan, { measured: measuredOf(values), ports: { tune } });
        const { body, record } = input;
        assert.equal(body.replay.agrees, true);
        const again = JSON.parse(JSON.stringify(input)) as typeof input;
        assert.deepEqual(reportFiles(again), reportFiles(input));
        const steady = values.slice(PHASES.warmUp + PHASES.rampDown);
        const outcome = soakOutcome(body, "strict");
        if (steady.some((value) => typeof value === "string")) assert.equal(outcome, "inconclusive");
        else assert.equal(outcome, Math.max(...steady.map(Number)) <= 300 ? "pass" : "fail");
        if (!tune) assert.equal(body.deltas.attempted, 0);
        const last = values.at(-1);
        const page = soakMetrics({ body, parameters: record.parameters.last });
        assert.equal(/^p95 /m.test(page), typeof last === "number", "a gap has no series");
      },
    ),
    { numRuns: 60 },
  );
});
