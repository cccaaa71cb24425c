import { MetricsRegistry } from "@holdpoint/kit";
import type { Engine } from "../contract/engine.ts";
import { engineMetrics } from "./engine-metrics.ts";
import type { ProcessFigures } from "./process-metrics.ts";
import { processMetrics } from "./process-metrics.ts";
import type { ObserveRequest } from "./request-metrics.ts";
import { requestMetrics } from "./request-metrics.ts";

export interface GatewayMetrics {
  readonly observeRequest: ObserveRequest;
  /** Prometheus text (exposition format 0.0.4) of this moment. */
  render(): string;
}

/** Everything that `/metrics` answers. */
export function createGatewayMetrics(
  engine: Engine,
  nowMs: () => number,
  figures: (() => ProcessFigures) | null,
): GatewayMetrics {
  const registry = new MetricsRegistry();
  const collectors = [engineMetrics(registry, engine, nowMs)];
  if (figures !== null) collectors.push(processMetrics(registry, figures));
  const observeRequest = requestMetrics(registry);
  return {
    observeRequest,
    render: () => {
      for (const collect of collectors) collect();
      return registry.render();
    },
  };
}
