import type { LoadBody, LoadReason, LoadRunTerms } from "../../evidence/load.ts";
import type { SloResult } from "../../slo/objective.ts";
import type { ArtifactHeader, RunRan } from "../artifact/header.ts";
import type { RunTally } from "./run-tally.ts";

/** What the report says that neither the header nor the seconds do; null where it is not known. */
export interface BodyEnding extends Pick<RunRan, "durationMs" | "retried"> {
  readonly queue: RunRan["queue"] | null;
  readonly cpuS: RunRan["cpuS"] | null;
  readonly target: number | null;
  readonly reasons: readonly LoadReason[];
  readonly slo: readonly SloResult[];
}

/**
 * Puts the report of a run together, while it is made as well as out of its artifact. `achieved` counts arrivals whose
 * first step went out, so that it can be held against `target` also where a flow has several steps; `sent` and `due`
 * count requests.
 */
export function loadBody(tally: RunTally, header: ArtifactHeader, ending: BodyEnding): LoadBody {
  const { durationMs, reasons, retried } = ending;
  const { due, sent, completed, failed, dropped } = tally.totals;
  const lag = tally.lag.summary();
  return {
    schema: "holdpoint/load/v1",
    id: header.id,
    tool: { name: "holdpoint", version: header.made?.version ?? null },
    // A closed part waits for the target, and so does not see what it held up.
    trust: isClosed(header) ? "closed-service-only" : "open-both-clocks",
    url: header.url,
    validity: reasons.length === 0 ? "valid" : "invalid",
    reasons,
    target: ending.target,
    achieved: durationMs === 0 ? null : (tally.started * 1000) / durationMs,
    due,
    sent,
    completed,
    failed,
    dropped,
    ...(retried === 0 ? {} : { retried }),
    durationMs,
    failures: tally.failures.map(([kind, count]) => ({ kind, count })),
    checks: tally.checks(),
    response: tally.response.summary(),
    service: tally.service.summary(),
    lag: lag === null ? null : { count: lag.count, p50: lag.p50, p99: lag.p99, max: lag.max },
    queue: ending.queue,
    windows: tally.windows(),
    series: tally.series(),
    slo: ending.slo,
    terms: runTerms(header, ending),
  };
}

function runTerms(header: ArtifactHeader, { cpuS }: BodyEnding): LoadRunTerms {
  const { made, phases, workers, planSha256, testbedSha256 } = header;
  return {
    model: isClosed(header) ? "closed" : "open",
    arrivals: [...new Set(phases.map(({ arrival }) => arrival))],
    connections: made?.connections ?? null,
    poolFull: made?.poolFull ?? null,
    pacing: made?.pacing ?? null,
    workers,
    warmUpMs: made?.warmUpMs ?? null,
    seed: made?.seed ?? null,
    planSha256,
    testbedSha256: testbedSha256 ?? null,
    testbed: made?.testbed ?? null,
    cpuS,
  };
}

function isClosed({ phases }: ArtifactHeader): boolean {
  return phases.some(({ arrival }) => arrival === "closed");
}
