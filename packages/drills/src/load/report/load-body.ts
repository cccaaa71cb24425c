import type { Json, LoadBody, LoadPlan, LoadReason, LoadRunTerms, SloResult } from "@holdpoint/core";
import { canonicalize, sha256Hex } from "@holdpoint/core";
import { targetRatePerS } from "../schedule/arrivals.ts";
import type { RunTally } from "./run-tally.ts";

/** What the report says that the seconds do not. */
export interface BodyTerms {
  readonly id: string;
  readonly plan: LoadPlan;
  readonly version: string;
  /** What the clock showed at the end of the last arrival's phase, or of the run that was ended early. */
  readonly durationMs: number;
  readonly reasons: readonly LoadReason[];
  readonly slo: readonly SloResult[];
  readonly queue: { readonly max: number; readonly waited: number };
  readonly testbed: { readonly text: string; readonly sha256: string };
  readonly cpuS: number;
}

/** SHA-256 of the plan in RFC 8785 form, hexadecimal. */
export function planDigest(plan: LoadPlan): string {
  return sha256Hex(canonicalize(plan as unknown as Json));
}

/** The same of what is sent and how, whatever the target is called and whatever is judged. */
export function sentDigest({
  url: _url,
  tls: _tls,
  objectives: _objectives,
  abort: _abort,
  ...sent
}: LoadPlan): string {
  const { validity: _validity, ...rest } = sent;
  return sha256Hex(canonicalize(rest as unknown as Json));
}

/**
 * Puts the report of a run together. `achieved` counts arrivals whose first step went out, so that it can be held
 * against `target` also where a flow has several steps; `sent` and `due` count requests.
 */
export function loadBody(tally: RunTally, terms: BodyTerms): LoadBody {
  const { plan, durationMs, reasons } = terms;
  const { due, sent, completed, failed, dropped } = tally.totals;
  const lag = tally.lag.summary();
  return {
    schema: "holdpoint/load/v1",
    id: terms.id,
    tool: { name: "holdpoint", version: terms.version },
    // A closed part waits for the target, and so does not see what it held up.
    trust: isClosed(plan) ? "closed-service-only" : "open-both-clocks",
    url: plan.url,
    validity: reasons.length === 0 ? "valid" : "invalid",
    reasons,
    target: targetRatePerS(plan.phases),
    achieved: durationMs === 0 ? null : (tally.started * 1000) / durationMs,
    due,
    sent,
    completed,
    failed,
    dropped,
    durationMs,
    failures: tally.failures.map(([kind, count]) => ({ kind, count })),
    checks: tally.checks(),
    response: tally.response.summary(),
    service: tally.service.summary(),
    lag: lag === null ? null : { count: lag.count, p50: lag.p50, p99: lag.p99, max: lag.max },
    queue: terms.queue,
    windows: tally.windows(),
    series: tally.series(),
    slo: terms.slo,
    terms: runTerms(terms),
  };
}

function runTerms({ plan, testbed, cpuS }: BodyTerms): LoadRunTerms {
  return {
    model: isClosed(plan) ? "closed" : "open",
    arrivals: [...new Set(plan.phases.map(({ arrival }) => arrival.kind))],
    connections: plan.connections,
    poolFull: plan.poolFull,
    pacing: plan.pacing,
    workers: plan.workers,
    warmUpMs: plan.warmUpMs,
    seed: plan.seed,
    planSha256: planDigest(plan),
    testbedSha256: testbed.sha256,
    testbed: testbed.text,
    cpuS,
  };
}

function isClosed({ phases }: LoadPlan): boolean {
  return phases.some(({ arrival }) => arrival.kind === "closed");
}
