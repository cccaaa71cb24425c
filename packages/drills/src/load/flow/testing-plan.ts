import type { LoadPlan, RequestPlan } from "@holdpoint/core";

/** A request for a test. */
export function request(over: Partial<RequestPlan> = {}): RequestPlan {
  const empty = { tags: [], headers: [], extract: [], checks: [] };
  return { endpoint: "home", method: "GET", path: "/", body: null, ...empty, ...over };
}

/** A plan for a test: 100 requests a second for one second, of one worker over two connections. */
export function plan(over: Partial<LoadPlan> = {}): LoadPlan {
  return {
    url: "http://target.example",
    protocol: "http1",
    phases: [{ name: "steady", durationMs: 1000, arrival: { kind: "constant", ratePerS: 100 } }],
    warmUpMs: 0,
    connections: 2,
    poolFull: "queue",
    connectionsMax: 10,
    queueMax: 1000,
    pacing: "economical",
    workers: 1,
    timeoutMs: 2000,
    seed: 1,
    flows: [{ name: "main", weight: 1, steps: [request()] }],
    data: [],
    objectives: [],
    abort: null,
    validity: { lagP99Ms: 100, achievedRatio: 0.99 },
    tls: { verify: true, serverName: null, ca: null },
    ...over,
  };
}
