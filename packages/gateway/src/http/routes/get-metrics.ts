import { METRICS_CONTENT_TYPE } from "@holdpoint/kit";
import type { Route } from "../route.ts";

export const GET_METRICS: Route = {
  method: "GET",
  path: "/metrics",
  operationId: "getMetrics",
  summary: "Prometheus text",
  roles: ["observer", "operator"],
  answers: { 200: { title: "Metrics", type: METRICS_CONTENT_TYPE } },
  errors: [],
  handle: ({ metricsText }) => ({ status: 200, body: metricsText(), type: METRICS_CONTENT_TYPE }),
};
