import type { Histogram, HistogramSeries, MetricsRegistry } from "@holdpoint/kit";
import { LATENCY_BUCKETS } from "@holdpoint/kit";

/** Told of each answered request. @param traceId of a trace that is sampled, so that it can be looked at */
export type ObserveRequest = (route: string, status: number, seconds: number, traceId: string | null) => void;

/** How long requests take, by route and class of status; the series are bound once. */
export function requestMetrics(registry: MetricsRegistry): ObserveRequest {
  const histogram: Histogram<"route" | "status"> = registry.histogram({
    name: "holdpoint_http_request_seconds",
    help: "Time from the request line to the last byte of the answer.",
    labels: ["route", "status"],
    unit: "seconds",
    buckets: LATENCY_BUCKETS,
  });
  const series = new Map<string, (HistogramSeries | undefined)[]>();
  return (route, status, seconds, traceId) => {
    const digit = Math.floor(status / 100);
    let classes = series.get(route);
    if (classes === undefined) {
      classes = [];
      series.set(route, classes);
    }
    classes[digit] ??= histogram.bind({ route, status: `${digit}xx` });
    classes[digit].observe(seconds, traceId === null ? undefined : { trace_id: traceId });
  };
}
