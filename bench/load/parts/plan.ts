import type { LoadPlan } from "@holdpoint/core";

/** A constant load of GET requests without a warm-up, so that the clock begins with the first request. */
export function constantPlan(terms: {
  readonly url: string;
  readonly connections: number;
  readonly ratePerS: number;
  readonly seconds: number;
}): LoadPlan {
  const { url, connections, ratePerS, seconds } = terms;
  const request = {
    endpoint: "all",
    tags: [],
    method: "GET",
    path: "",
    headers: [],
    body: null,
    extract: [],
    checks: [],
  };
  return {
    url,
    protocol: "http1",
    phases: [{ name: "steady", durationMs: seconds * 1000, arrival: { kind: "constant", ratePerS } }],
    warmUpMs: 0,
    connections,
    poolFull: "queue",
    connectionsMax: connections,
    queueMax: 1_000_000,
    pacing: "economical",
    workers: 1,
    timeoutMs: 30_000,
    seed: 1,
    flows: [{ name: "all", weight: 1, steps: [request] }],
    data: [],
    objectives: [],
    abort: null,
    validity: { lagP99Ms: 1000, achievedRatio: 0.9 },
    tls: { verify: true, serverName: null, ca: null },
  };
}
