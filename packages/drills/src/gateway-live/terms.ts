import type { GatewayLiveBody, JsonObject } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import type { DrillAdapter, DrillRule } from "../gateway/gateway-file.ts";
import type { House } from "../gateway/house.ts";
import type { UpstreamMode } from "../io/upstream.ts";

export interface Experiment {
  readonly house: House;
  readonly context: DrillContext;
}

export type LivePart = "calls" | "ends" | "correlations" | "keys" | "streams" | "probes" | "restarts";

/** How the upstream treats each adapter's calls. */
export const MODES: Readonly<Record<string, UpstreamMode>> = {
  shop: "healthy",
  keyed: "healthy",
  asked: "healthy",
  unheard: "healthy",
  dying: "failing",
  streamed: "delayed",
  /** Reset before anything was done, and after it was done. */
  "lost-before": "reset",
  "lost-after": "lost",
};

export const RULES: readonly DrillRule[] = [
  {
    id: "work",
    adapters: Object.keys(MODES).filter((name) => !["asked", "unheard"].includes(name)),
    decision: "allow",
  },
  { id: "ask", adapters: ["asked"], decision: "escalate" },
];

/** Nobody waits longer for the approval that never comes. */
export const APPROVAL_TTL = "2s";

export const SETTINGS: JsonObject = {
  retry: {
    connection_bootstrap: 0,
    timeout: 0,
    execution_error: 1,
    backpressure: 0,
    unknown: 0,
    base_ms: 5,
    cap_ms: 20,
  },
  breaker: { window_calls: 1000, minimum_calls: 1000 },
};

export function adaptersOf({ upstream }: { readonly upstream: string }): DrillAdapter[] {
  return Object.keys(MODES).map((name) => ({ name, url: upstream, idempotent: !name.startsWith("lost-") }));
}

export const NOTHING: GatewayLiveBody = {
  operations: [],
  calls: [],
  ends: [],
  correlations: [],
  keys: [],
  restarts: [],
  probes: [],
  counters: [],
  streams: [],
};
