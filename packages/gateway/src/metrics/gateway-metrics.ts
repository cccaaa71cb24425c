import type { MetricsFormat, MetricsPage } from "@holdpoint/kit";
import { MetricsRegistry } from "@holdpoint/kit";
import type { Engine } from "../contract/engine.ts";
import { engineMetrics } from "./engine-metrics.ts";
import type { ProcessFigures } from "./process-metrics.ts";
import { processMetrics } from "./process-metrics.ts";
import type { ObserveRequest } from "./request-metrics.ts";
import { requestMetrics } from "./request-metrics.ts";

export interface GatewayMetrics {
  readonly observeRequest: ObserveRequest;
  /** What there is to say at this moment. */
  page(format: MetricsFormat): MetricsPage;
}

/** Everything that `/metrics` answers. */
export function createGatewayMetrics(
  engine: Engine,
  nowMs: () => number,
  figures: (() => ProcessFigures) | null,
): GatewayMetrics {
  const registry = new MetricsRegistry({ nowMs });
  const collectors = [engineMetrics(registry, engine, nowMs)];
  if (figures !== null) collectors.push(processMetrics(registry, figures));
  const observeRequest = requestMetrics(registry);
  return {
    observeRequest,
    page: (format) => {
      for (const collect of collectors) collect();
      return registry.renderAs(format);
    },
  };
}
