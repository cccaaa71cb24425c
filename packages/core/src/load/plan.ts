import type { Objective } from "../slo/objective.ts";

/** A load run with every default filled in; durations in milliseconds, rates in arrivals a second. */
export interface LoadPlan {
  /** Base URL: `http:`, `https:`, `ws:` or `wss:`, without credentials. */
  readonly url: string;
  readonly protocol: LoadProtocol;
  readonly phases: readonly PhasePlan[];
  /** Runs before the clock and is counted nowhere; at most 2 s where only `--duration` was given. */
  readonly warmUpMs: number;
  /** Opened before the clock runs. */
  readonly connections: number;
  readonly poolFull: PoolFull;
  /** Bound of `open-more`. */
  readonly connectionsMax: number;
  /** Bound of `queue`, arrivals that wait; one more makes the run invalid. */
  readonly queueMax: number;
  readonly pacing: "economical" | "precise";
  /** Threads that send, at most one a connection; each takes its part of the arrivals and of the connections. */
  readonly workers: number;
  /** Of one request, from its actual send. */
  readonly timeoutMs: number;
  /** What is drawn by chance (Poisson arrivals, weights, rows) is drawn from it. */
  readonly seed: number;
  readonly flows: readonly FlowPlan[];
  readonly data: readonly DataPlan[];
  readonly objectives: readonly Objective[];
  readonly abort: AbortPlan | null;
  readonly validity: ValidityLimits;
  readonly tls: TlsPlan;
}

export type LoadProtocol = "http1" | "http2" | "websocket";

/** What happens to an arrival that finds no free connection; each is counted. */
export type PoolFull = "queue" | "open-more" | "drop";

export interface PhasePlan {
  readonly name: string;
  readonly durationMs: number;
  readonly arrival: Arrival;
}

/** Open model but for `closed`, where an answer lets the next request go. */
export type Arrival =
  | { readonly kind: "constant"; readonly ratePerS: number }
  | { readonly kind: "poisson"; readonly ratePerS: number }
  | { readonly kind: "ramp"; readonly fromPerS: number; readonly toPerS: number }
  | { readonly kind: "steps"; readonly ratesPerS: readonly number[]; readonly stepMs: number }
  | { readonly kind: "recorded"; readonly offsetsMs: readonly number[] }
  | { readonly kind: "closed"; readonly users: number };

/** An arrival starts one flow; the second and later steps go out as soon as the one before was answered. */
export interface FlowPlan {
  readonly name: string;
  readonly weight: number;
  readonly steps: readonly RequestPlan[];
}

/** Texts may hold `${data.column}`, `${name}` of an extracted value, `${seq}`, `${uuid}` and `${random.1.100}`. */
export interface RequestPlan {
  /** Names its series; the same name in several flows is one series. */
  readonly endpoint: string;
  readonly tags: readonly string[];
  readonly method: string;
  /** Path and query, joined to the URL's. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
  /** What is filled in stands within texts of JSON, and is escaped for them; without it it stands as it is. */
  readonly bodyFill?: "json";
  readonly extract: readonly ExtractPlan[];
  /** Empty: any status from 200 to 399 is a success. */
  readonly checks: readonly CheckPlan[];
  /** WebSocket: member of a JSON message that is the same in its answer; without it the next message answers. */
  readonly correlate?: string;
}

export type ExtractPlan = { readonly name: string } & (
  | { readonly from: "header"; readonly header: string }
  | { readonly from: "json"; readonly path: string }
  | { readonly from: "body"; readonly pattern: string }
);

export type CheckPlan =
  | { readonly kind: "status"; readonly in: readonly (readonly [from: number, to: number])[] }
  | { readonly kind: "header"; readonly header: string; readonly matches: string }
  | { readonly kind: "body"; readonly matches: string }
  | { readonly kind: "json"; readonly path: string; readonly equals: string | number | boolean | null }
  | { readonly kind: "size"; readonly minBytes: number; readonly maxBytes: number };

export interface DataPlan {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly pick: "sequential" | "random";
}

/** Ends the run once one of the objectives has been missed for so long on end. */
export interface AbortPlan {
  readonly objectives: readonly string[];
  readonly windowMs: number;
  readonly holdMs: number;
}

export interface ValidityLimits {
  /** p99 of the time from due to handed to the pool; 10 % of the tightest judged limit, else 100 ms. */
  readonly lagP99Ms: number;
  /** Sent over due. */
  readonly achievedRatio: number;
}

export interface TlsPlan {
  readonly verify: boolean;
  readonly serverName: string | null;
  /** PEM. */
  readonly ca: string | null;
}
