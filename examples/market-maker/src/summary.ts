import type { Session } from "./exchange.ts";
import type { Overrides } from "./overrides.ts";

/** What an iteration tells, by the names that its dashboards have always had. */
export interface IterationSummary {
  readonly iteration: number;
  readonly maker_taker_ratio: number;
  readonly p95_latency_ms: number;
  readonly risk_ratio: number;
  readonly net_bps: number;
  readonly fills: {
    readonly maker_count: number;
    readonly taker_count: number;
    readonly maker_volume: number;
    readonly taker_volume: number;
  };
  readonly runtime_overrides: Overrides;
}

export function summaryOf(iteration: number, session: Session, overrides: Overrides): IterationSummary {
  const { makerFills, takerFills } = session;
  return {
    iteration,
    maker_taker_ratio: makerFills / (makerFills + takerFills),
    p95_latency_ms: session.p95LatencyMs,
    risk_ratio: session.riskRatio,
    net_bps: session.netBps,
    fills: {
      maker_count: makerFills,
      taker_count: takerFills,
      maker_volume: session.makerVolume,
      taker_volume: session.takerVolume,
    },
    runtime_overrides: overrides,
  };
}
