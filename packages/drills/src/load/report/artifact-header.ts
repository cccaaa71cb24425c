import type { ArtifactHeader, LoadPlan } from "@holdpoint/core";
import { plannedMs, windowSizeS } from "@holdpoint/core";
import { compileFlows } from "../flow/compile-flows.ts";
import { targetRatePerS } from "../schedule/arrivals.ts";
import { planDigest, sentDigest } from "./plan-digest.ts";
import { seriesOf } from "./series-of.ts";

export interface HeaderTerms {
  readonly id: string;
  /** Of Holdpoint. */
  readonly version: string;
  readonly startedAtMs: number;
  readonly testbed: { readonly text: string; readonly sha256: string };
}

/**
 * What a report says of a run besides its seconds and its end.
 *
 * @throws HoldpointError for a plan that cannot be sent
 */
export function artifactHeader(plan: LoadPlan, { id, version, startedAtMs, testbed }: HeaderTerms): ArtifactHeader {
  const { flows } = compileFlows(plan);
  const checks = flows.flatMap(({ steps }) => steps.flatMap((step) => step.checks.map(({ name }) => name)));
  return {
    schema: "holdpoint/load-artifact/v2",
    id,
    startedAtMs,
    url: plan.url,
    planSha256: planDigest(plan),
    sentSha256: sentDigest(plan),
    testbedSha256: testbed.sha256,
    workers: plan.workers,
    phases: plan.phases.map(({ name, durationMs, arrival }) => ({ name, durationMs, arrival: arrival.kind })),
    series: seriesOf(
      plan.phases.map(({ name }) => name),
      flows,
    ),
    made: {
      version,
      synthetic: false,
      target: targetRatePerS(plan.phases),
      connections: plan.connections,
      poolFull: plan.poolFull,
      pacing: plan.pacing,
      warmUpMs: plan.warmUpMs,
      seed: plan.seed,
      testbed: testbed.text,
      objectives: plan.objectives,
      abort: plan.abort,
      validity: plan.validity,
      windowS: windowSizeS(Math.ceil((plannedMs(plan.phases) + plan.timeoutMs) / 1000) + 1),
      checks: [...new Set(checks)],
    },
  };
}
