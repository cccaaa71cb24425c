import type { LoadFigures, LoadRunFigures, RunFigures } from "@holdpoint/core";
import type { DigestRun } from "../../digest/digest.ts";
import { runOf } from "../../digest/testing-digest.ts";

export function loadRun(p99: number | null, patch: Partial<LoadRunFigures> = {}): LoadRunFigures {
  const latency = p99 === null ? null : { p50: p99 / 4, p95: p99 / 2, p99 };
  return {
    id: "checkout",
    tool: "holdpoint",
    validity: p99 === null ? "invalid" : "valid",
    planSha256: "a".repeat(64),
    testbedSha256: "b".repeat(64),
    testbed: "2 cores",
    response: latency,
    service: latency,
    achieved: p99 === null ? null : 500,
    failedShare: p99 === null ? null : 0.01,
    ...patch,
  };
}

export function loadFigures(...runs: readonly LoadRunFigures[]): RunFigures["figures"] {
  const performance: LoadFigures = { runs, runsCount: runs.length };
  return { performance: performance as never };
}

/** So many runs of 20 ms, then as many of 30 ms, with a little noise, four a day from day 0 on. */
export function steppedRuns(each: number): DigestRun[] {
  const noise = [0, 0.3, -0.2, 0.1, -0.4, 0.2];
  return Array.from({ length: 2 * each }, (_, at) => {
    const p99 = (at < each ? 20 : 30) + (noise[at % noise.length] ?? 0);
    return runOf(at + 1, at / 4, { figures: loadFigures(loadRun(p99)) });
  });
}
