import type { KpiResult, LeafReading, ProposedDelta, SoakBody, SoakIteration } from "@holdpoint/core";
import { tuningOf } from "@holdpoint/testkit";
import { verifyDeltas } from "@holdpoint/core";
import { reportInput } from "../testing-soak.ts";
import type { ReportInput } from "./report-input.ts";

/** An iteration that was made up: what its tuning did is said, the rest is sound. */
export function iterationOf(
  iteration: number,
  tuning: Partial<SoakIteration["tuning"]> = {},
  changes: Partial<SoakIteration> = {},
): SoakIteration {
  return {
    schema: "holdpoint/soak-iteration/v1",
    iteration,
    phase: "steady",
    startedAtMs: iteration * 1000,
    finishedAtMs: iteration * 1000 + 250,
    summary: { p95: 300 },
    problem: null,
    values: { p95: 300 },
    tuning: tuningOf(tuning),
    ...changes,
  };
}

export function deltaOf(changes: Partial<ProposedDelta> = {}): ProposedDelta {
  return { parameter: "pool.size", subsystem: "rebid", rule: "slow", from: 2, to: 3, skipped: null, ...changes };
}

export function readingOf(changes: Partial<LeafReading> = {}): LeafReading {
  return { path: "pool.size", before: 2, wanted: 3, after: 3, verdict: "applied", ...changes };
}

export function kpiResultOf(changes: Partial<KpiResult> = {}): KpiResult {
  return {
    id: "p95",
    aggregate: "max",
    bound: { operator: "<=", value: 300 },
    outcome: "pass",
    reason: "max of 4 is 300",
    value: 300,
    values: [300],
    minSamples: 1,
    trend: "flat",
    ...changes,
  };
}

/** The stored run of a sound soak that has these iterations instead, its deltas counted anew. */
export async function inputOf(
  iterations: readonly SoakIteration[],
  changes: Partial<SoakBody> = {},
): Promise<ReportInput> {
  const { record, body } = await reportInput();
  return { record, body: { ...body, iterations, deltas: verifyDeltas(iterations), ...changes } };
}
