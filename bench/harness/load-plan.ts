import type { Arrival, FlowPlan, LoadPlan, RequestPlan } from "@holdpoint/core";

/** Where a load of the benches goes and how; what it leaves out is the same in all of them. */
export interface LoadTerms {
  readonly url: string;
  readonly connections: number;
  readonly arrival: Arrival;
  /** Sent the same way before the measured time, and counted beside it; 0 by default. */
  readonly warmUpMs?: number;
  readonly measureMs: number;
  readonly flows: readonly FlowPlan[];
  readonly data?: LoadPlan["data"];
  readonly validity?: LoadPlan["validity"];
}

/** Phase in which is measured. */
export const MEASURED = "measured";

const QUEUE_MAX = 1_000_000;
const TIMEOUT_MS = 30_000;
const VALIDITY: LoadPlan["validity"] = { lagP99Ms: 100, achievedRatio: 0.99 };

/** The plan of a bench. Its warm-up is a phase, so that the target's load has no gap and every request is counted. */
export function loadPlan(terms: LoadTerms): LoadPlan {
  const { url, connections, arrival, warmUpMs = 0, measureMs, flows, data = [], validity = VALIDITY } = terms;
  const warmUp = warmUpMs === 0 ? [] : [{ name: "warm-up", durationMs: warmUpMs, arrival }];
  return {
    url,
    protocol: "http1",
    phases: [...warmUp, { name: MEASURED, durationMs: measureMs, arrival }],
    warmUpMs: 0,
    connections,
    poolFull: "queue",
    connectionsMax: connections,
    queueMax: QUEUE_MAX,
    pacing: "economical",
    workers: 1,
    timeoutMs: TIMEOUT_MS,
    seed: 1,
    flows,
    data,
    objectives: [],
    abort: null,
    validity,
    tls: { verify: true, serverName: null, ca: null },
  };
}

/** A flow of one request, a GET unless it says otherwise; its name is its endpoint. */
export function flowOf(name: string, request: Partial<RequestPlan> = {}, weight = 1): FlowPlan {
  const nothing = { tags: [], path: "", headers: [], body: null, extract: [], checks: [] };
  return { name, weight, steps: [{ endpoint: name, method: "GET", ...nothing, ...request }] };
}
